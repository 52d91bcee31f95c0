package io.skyferry.project;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.flight.Flight;
import io.skyferry.flight.Flights;
import io.skyferry.kit.PartSettings;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.ChangeDatabase;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.RetryPolicy;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import io.skyferry.webodm.NewProject;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmUser;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A project of ada in a sandbox of WebODM and in a ledger in memory, and what is needed to follow it. */
final class WebOdmWorld implements AutoCloseable {
    static final Owner ADA = new Owner("ada", "sandbox");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MovingClock clock = new MovingClock();
    final WebOdmSandbox sandbox;
    private final ChangeDatabase database =
            ChangeDatabase.inMemory(Flight.class, FlightProject.class, ProjectClaim.class, ProjectWatch.class);
    private final WebOdm webOdm;
    private final WebOdmUsers users;
    private final WebOdmPause pause = new WebOdmPause(clock);
    private long seen;

    WebOdmWorld(Path data) throws IOException {
        sandbox = WebOdmSandbox.start(WebOdmOptions.demo(data).withProcessingTime(Duration.ofHours(1)));
        Settings settings = settings();
        webOdm = new WebOdm(
                settings,
                new Retries(
                        new RetryPolicy(2, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO),
                        new Random(1),
                        (stop, wait) -> {}));
        users = new WebOdmUsers(settings, owner -> Optional.empty(), owner -> Optional.empty(), clock);
    }

    private Settings settings() {
        Settings.WebOdm there = new Settings.WebOdm(
                URI.create(sandbox.baseUrl()),
                List.of(WebOdmAuth.SIGNING_KEY),
                Optional.of(new Secret(WebOdmOptions.DEMO_SECRET_KEY)),
                Optional.empty(),
                Optional.empty(),
                4);
        return PartSettings.of(there);
    }

    /** Time passes for WebODM's tasks and for us. */
    void pass(Duration time) {
        clock.advance(time);
        sandbox.advance(time);
    }

    WebOdmUser ada() {
        return users.getFor(ADA);
    }

    WebOdm webOdm() {
        return webOdm;
    }

    <T> T inTransaction(BiFunction<EntityManager, ProjectChanges, T> work) {
        try (ChangeDatabase.Open open = database.open(clock)) {
            T result = work.apply(open.manager(), new ProjectChanges(open.changes()));
            open.commit();
            return result;
        }
    }

    /** A project whose task waits for images. */
    FlightProject waiting(String flightName) {
        Flight flight = Flights.of("ptdatax.project.A", flightName);
        FlightProject fresh = new FlightProject(ADA, flight, clock.instant());
        long there = webOdm.createProject(
                        ada(), new NewProject(fresh.name(), "", fresh.marker(), ProjectLooks.webOdmTags(flight)))
                .id();
        String task = webOdm.createTask(ada(), there, "Flight", ProjectLooks.importUrl(flight))
                .id();
        long id = inTransaction((ledger, changes) -> {
            ledger.persist(flight);
            ledger.persist(fresh);
            ledger.flush();
            fresh.madeAs(there, clock.instant());
            fresh.fillsTask(task, clock.instant());
            ledger.persist(new ProjectWatch(fresh.id(), clock.instant()));
            return fresh.id();
        });
        return get(id);
    }

    /** A project that WebODM works on. */
    FlightProject committed(String flightName) {
        FlightProject project = waiting(flightName);
        upload(project);
        webOdm.commit(
                ada(),
                project.webOdmProjectId().orElseThrow(),
                project.webOdmTaskId().orElseThrow());
        passThroughSync(project.id());
        return get(project.id());
    }

    /** As a sync does that ends with the task in WebODM's hands. */
    void passThroughSync(long project) {
        inTransaction((ledger, changes) -> {
            FlightProject row = ledger.find(FlightProject.class, project);
            changes.recorded(row, changed -> changed.startSync(clock.instant()));
            changes.recorded(row, changed -> changed.endSync(ProjectState.COMMITTED, null, clock.instant()));
            ledger.find(ProjectWatch.class, project).beginAnew(ProjectState.COMMITTED, clock.instant());
            return row;
        });
    }

    private void upload(FlightProject project) {
        String form = "--b\r\nContent-Disposition: form-data; name=\"images\"; filename=\"%s\"\r\n\r\nx\r\n";
        String body = form.formatted("1.jpg") + form.formatted("2.jpg") + "--b--\r\n";
        send("POST", address(project) + "upload/", "multipart/form-data; boundary=b", body);
    }

    /** Somebody does this on WebODM's own page. */
    void order(FlightProject project, String action) {
        send("POST", address(project) + action + "/", "application/json", "{}");
    }

    void deleteProject(FlightProject project) {
        send("DELETE", "/api/projects/" + project.webOdmProjectId().orElseThrow() + "/", "application/json", "");
    }

    private static String address(FlightProject project) {
        return "/api/projects/" + project.webOdmProjectId().orElseThrow() + "/tasks/"
                + project.webOdmTaskId().orElseThrow() + "/";
    }

    private void send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Authorization", "JWT " + sandbox.token("ada"))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void fault(String path, int status, String body) {
        sandbox.server()
                .faults()
                .add(Fault.on("GET", path, new FaultEffect.Status(status, "application/json", body, Map.of()))
                        .times(1000));
    }

    int requests() {
        return sandbox.server().requests().list("GET", "/api/projects/").size();
    }

    FlightProject get(long id) {
        return inTransaction((ledger, changes) -> ledger.find(FlightProject.class, id));
    }

    ProjectWatch watch(long id) {
        return inTransaction((ledger, changes) -> ledger.find(ProjectWatch.class, id));
    }

    <T> T watches(Function<WatchList, T> work) {
        return inTransaction((ledger, changes) -> work.apply(new WatchList(ledger, clock)));
    }

    /** A look at WebODM, by somebody who knows the project as it was then. */
    FlightProject look(FlightProject known) {
        return inTransaction((ledger, changes) -> new ProjectFollowing(
                        webOdm, users, new ProjectLedger(ledger, null, changes, clock), pause)
                .refreshed(known));
    }

    FlightProject look(long id) {
        return look(get(id));
    }

    /** What the feed tells since the last call. */
    List<ChangeKind> news() {
        List<Change> changes = database.inTransaction(clock, feed -> feed.listAfter(seen, 1000));
        seen = changes.isEmpty() ? seen : changes.get(changes.size() - 1).id();
        return changes.stream().map(Change::kind).toList();
    }

    @Override
    public void close() {
        webOdm.close();
        users.close();
        sandbox.close();
        database.close();
    }
}
