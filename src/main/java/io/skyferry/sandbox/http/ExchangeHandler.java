package io.skyferry.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One exchange from the first header to the last byte: pace, faults, handler, answer, log. */
final class ExchangeHandler implements HttpHandler {
    private static final String SIGN_IN_PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>Please sign in</form></body></html>";

    private final Router router;
    private final Router control;
    private final Line line;
    private final Faults faults;
    private final Pace pace;
    private final RequestLog requests;

    /** @param line may be null: then nothing can be reset */
    ExchangeHandler(Router router, Router control, Line line, Faults faults, Pace pace, RequestLog requests) {
        this.router = router;
        this.control = control;
        this.line = line;
        this.faults = faults;
        this.pace = pace;
        this.requests = requests;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.startsWith("/sandbox/")) {
            answerControl(exchange);
            return;
        }
        String query = exchange.getRequestURI().getRawQuery();
        Optional<Faults.Taken> fault =
                faults.take(exchange.getRequestMethod(), query == null ? path : path + "?" + query);
        MeteredInput in = new MeteredInput(exchange.getRequestBody(), new Throttle(pace), uploadEnd(exchange, fault));
        RequestLog.Entry entry = requests.begin(exchange.getRequestMethod(), path, query, names(exchange));
        Sending sending = new Sending(exchange, entry);
        try {
            answer(
                    new Request(exchange.getRequestMethod(), path, query, exchange.getRequestHeaders(), in),
                    fault,
                    sending);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException cut) {
            if (effectOf(fault) instanceof FaultEffect.Reset && line != null) {
                line.resetAtEnd(exchange.getRemoteAddress().getPort());
            }
            sending.rethrowInsideBody(cut);
        } finally {
            sending.log(in.count());
        }
        exchange.close();
    }

    private void answerControl(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody());
        Sending sending = new Sending(exchange, null);
        sending.send(control.answer(request));
        exchange.close();
    }

    private void answer(Request request, Optional<Faults.Taken> fault, Sending sending)
            throws IOException, InterruptedException {
        Thread.sleep(pace.latencyMillis());
        FaultEffect effect = effectOf(fault);
        if (effect instanceof FaultEffect.Silent) {
            fault.get().awaitRelease();
            return;
        }
        if (effect instanceof FaultEffect.Held) {
            fault.get().awaitRelease();
        }
        if (effect instanceof FaultEffect.Delay delay) {
            Thread.sleep(delay.millis());
        }
        Answer answer = effect instanceof FaultEffect.Status status ? refusal(status) : router.answer(request);
        // Otherwise a client that is still sending would see a reset in place of the answer.
        request.body().transferTo(OutputStream.nullOutputStream());
        if (!(effect instanceof FaultEffect.LostAnswer)) {
            sending.send(broken(answer, effect));
        }
    }

    private static FaultEffect effectOf(Optional<Faults.Taken> fault) {
        return fault.map(Faults.Taken::effect).orElse(null);
    }

    private static Answer refusal(FaultEffect.Status status) {
        Answer answer = Answer.text(status.status(), status.contentType(), status.body());
        for (Map.Entry<String, String> header : status.headers().entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Answer broken(Answer answer, FaultEffect effect) {
        if (effect instanceof FaultEffect.ShortBody cut) {
            return answer.body(BrokenBody.shortened(answer.body(), cut.fraction()));
        } else if (effect instanceof FaultEffect.Abort abort) {
            return answer.body(BrokenBody.aborted(answer.body(), abort.fraction()));
        } else if (effect instanceof FaultEffect.Reset reset) {
            return answer.body(BrokenBody.aborted(answer.body(), reset.fraction()));
        } else if (effect instanceof FaultEffect.ExtraByte) {
            return answer.body(BrokenBody.lengthened(answer.body()));
        } else if (effect instanceof FaultEffect.Html) {
            return Answer.text(200, "text/html; charset=utf-8", SIGN_IN_PAGE);
        }
        return answer;
    }

    private static long uploadEnd(HttpExchange exchange, Optional<Faults.Taken> fault) {
        if (effectOf(fault) instanceof FaultEffect.AbortUpload abort) {
            String length = exchange.getRequestHeaders().getFirst("Content-Length");
            return (long) ((length == null ? 64 << 10 : Long.parseLong(length)) * abort.fraction());
        }
        return Long.MAX_VALUE;
    }

    private static Set<String> names(HttpExchange exchange) {
        return exchange.getRequestHeaders().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answering half of an exchange. Unless the answer was sent to its end, the connection is closed. */
    private final class Sending {
        private final HttpExchange exchange;
        private final RequestLog.Entry entry;
        private MeteredOutput out;

        Sending(HttpExchange exchange, RequestLog.Entry entry) {
            this.exchange = exchange;
            this.entry = entry;
        }

        void send(Answer answer) throws IOException {
            if (entry != null) {
                entry.answering(answer.status());
            }
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Body body = answer.body();
            if (head && body.lengthAnnounced()) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(body.size()));
            }
            exchange.sendResponseHeaders(answer.status(), head ? -1 : announced(body));
            if (!head && body.size() != 0) {
                out = new MeteredOutput(exchange.getResponseBody(), new Throttle(pace));
                body.writeTo(out);
                out.flush();
            }
        }

        /**
         * Closing an exchange inside a chunked body would end the body cleanly; only an exception cuts it. Before the
         * headers, closing cuts the connection and an exception may be answered with 500.
         */
        void rethrowInsideBody(IOException cut) throws IOException {
            if (out != null) {
                throw cut;
            }
        }

        /** The JDK's code for a length: -1 = no body, 0 = chunked. */
        private long announced(Body body) {
            return body.size() == 0 ? -1 : body.lengthAnnounced() ? body.size() : 0;
        }

        void log(long received) {
            if (entry != null) {
                entry.end(received, out == null ? 0 : out.count());
            }
        }
    }
}
