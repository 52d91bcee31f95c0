package io.skyferry.sandbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds the handler of a request: the first route added whose method and pattern fit. HEAD falls back to GET. Built
 * completely before the server starts, read only afterwards.
 */
public final class Router {
    private final List<Route> routes = new ArrayList<>();
    private final List<Function<Request, Optional<Answer>>> gates = new ArrayList<>();
    private Function<Request, Answer> notFound = request -> Answer.text(404, "text/plain", "Not found");
    private Function<Request, Answer> wrongMethod = request -> Answer.text(405, "text/plain", "Method not allowed");
    private BiFunction<Request, Exception, Answer> onError =
            (request, error) -> Answer.text(500, "text/plain", "Internal error");

    public Router add(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, handler));
        return this;
    }

    public Router get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    public Router post(String pattern, Handler handler) {
        return add("POST", pattern, handler);
    }

    public Router put(String pattern, Handler handler) {
        return add("PUT", pattern, handler);
    }

    public Router delete(String pattern, Handler handler) {
        return add("DELETE", pattern, handler);
    }

    /** A gate sees every request before its handler and may answer in its place. */
    public Router gate(Function<Request, Optional<Answer>> gate) {
        gates.add(gate);
        return this;
    }

    public Router notFound(Function<Request, Answer> answer) {
        notFound = answer;
        return this;
    }

    public Router wrongMethod(Function<Request, Answer> answer) {
        wrongMethod = answer;
        return this;
    }

    /** What a handler's unexpected exception becomes. */
    public Router onError(BiFunction<Request, Exception, Answer> answer) {
        onError = answer;
        return this;
    }

    Answer answer(Request request) throws IOException {
        try {
            for (Function<Request, Optional<Answer>> gate : gates) {
                Optional<Answer> answer = gate.apply(request);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return dispatch(request);
        } catch (AnswerException answered) {
            return answered.answer();
        } catch (IOException cut) {
            throw cut;
        } catch (Exception error) {
            return onError.apply(request, error);
        }
    }

    private Answer dispatch(Request request) throws Exception {
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.match(request.rawPath());
            pathKnown |= names.isPresent();
            if (names.isPresent() && serves(route, request.method())) {
                return route.handler().handle(request.withPathNames(names.get()));
            }
        }
        return (pathKnown ? wrongMethod : notFound).apply(request);
    }

    private static boolean serves(Route route, String method) {
        return route.method().equals(method) || route.method().equals("GET") && method.equals("HEAD");
    }
}
