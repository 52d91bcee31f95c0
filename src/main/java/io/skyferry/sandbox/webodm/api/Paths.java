package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declares paths: the methods allowed follow from the endpoints, and the answers to all other methods from those. */
final class Paths {
    /** Methods in the order in which the real server lists them in {@code Allow}. */
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Router router;
    private final Answers answers;
    private final Authenticator authenticator;
    private final SubmissionReader reader;

    Paths(Router router, Answers answers, Authenticator authenticator, SubmissionReader reader) {
        this.router = router;
        this.answers = answers;
        this.authenticator = authenticator;
        this.reader = reader;
    }

    /** A path for known callers. */
    Paths add(String pattern, Map<String, Endpoint> endpoints) {
        return add(pattern, endpoints, true);
    }

    /** A path that anybody may call; the endpoint decides what an unknown caller gets. */
    Paths addOpen(String pattern, Map<String, Endpoint> endpoints) {
        return add(pattern, endpoints, false);
    }

    private Paths add(String pattern, Map<String, Endpoint> endpoints, boolean callerNeeded) {
        String allow = allow(endpoints);
        for (String method : METHODS) {
            Endpoint endpoint = endpoints.getOrDefault(method, Paths::refuseMethod);
            router.add(
                    method, pattern, request -> answers.dress(request, allow, serve(request, endpoint, callerNeeded)));
        }
        router.add("OPTIONS", pattern, request -> answers.dress(request, allow, Answers.success()));
        if (pattern.endsWith("/")) {
            String bare = pattern.substring(0, pattern.length() - 1);
            METHODS.forEach(method -> router.add(method, bare, answers::withSlash));
        }
        return this;
    }

    private static String allow(Map<String, Endpoint> endpoints) {
        Stream<String> own = METHODS.stream().filter(endpoints::containsKey);
        Stream<String> head = endpoints.containsKey("GET") ? Stream.of("HEAD") : Stream.empty();
        return Stream.of(own, head, Stream.of("OPTIONS"))
                .flatMap(methods -> methods)
                .collect(Collectors.joining(", "));
    }

    private Answer serve(Request request, Endpoint endpoint, boolean callerNeeded) throws IOException {
        try {
            Optional<Account> account = authenticator.authenticate(request);
            if (callerNeeded && account.isEmpty()) {
                throw Refusal.anonymous();
            }
            return endpoint.serve(new Call(request, account, reader));
        } catch (Refusal refusal) {
            return answers.refusal(refusal);
        }
    }

    private static Answer refuseMethod(Call call) {
        throw Refusal.detail(405, "Method \"" + call.request().method() + "\" not allowed.");
    }
}
