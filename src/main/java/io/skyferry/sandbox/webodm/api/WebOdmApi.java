package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.webodm.world.World;
import io.skyferry.sandbox.webodm.world.WorldClock;
import java.util.Optional;

/** All paths of the sandbox's WebODM, put together. */
public final class WebOdmApi {
    private final World world;
    private final WorldClock clock;
    private final Flavour flavour;
    private final Tokens tokens;

    public WebOdmApi(World world, WorldClock clock, Flavour flavour, Tokens tokens) {
        this.world = world;
        this.clock = clock;
        this.flavour = flavour;
        this.tokens = tokens;
    }

    public Router routes() {
        Answers answers = new Answers(flavour);
        Router router = new Router().gate(request -> preflight(answers, request));
        Sessions sessions = new Sessions();
        Authenticator authenticator = new Authenticator(world, tokens, sessions);
        Paths paths = new Paths(router, answers, authenticator, new SubmissionReader(flavour, world.folders()));
        new SignInCalls(tokens, sessions, authenticator, answers).declare(paths, router);
        declareProjectsAndTasks(paths);
        new DirectoryCalls(world).declare(paths);
        new Pages(world, answers).declare(router);
        return router.notFound(request -> answers.dressPage(request, answers.notFoundPage()))
                .wrongMethod(request -> answers.dressPage(request, answers.notFoundPage()));
    }

    /** The control calls, under {@code /sandbox/}. */
    public void declareControls(Router router) {
        new ControlCalls(world, clock).declare(router);
    }

    private void declareProjectsAndTasks(Paths paths) {
        Access access = new Access(world);
        new ProjectCalls(world, access).declare(paths);
        new SharingCalls(world, access).declare(paths);
        new TaskCalls(world, access).declare(paths);
        new UploadCalls(world, access, flavour).declare(paths);
        new TaskOrders(world, access).declare(paths);
        new ImageCalls(world, access).declare(paths);
        new AssetCalls(world, access).declare(paths);
    }

    private static Optional<Answer> preflight(Answers answers, Request request) {
        boolean preflight = request.method().equals("OPTIONS")
                && request.header("Access-Control-Request-Method").isPresent();
        return preflight ? Optional.of(answers.preflight(request)) : Optional.empty();
    }
}
