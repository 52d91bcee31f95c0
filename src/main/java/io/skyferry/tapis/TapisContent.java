package io.skyferry.tapis;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Excerpt;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostLimit;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostPermit;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Reads the beginning of files. The request is a plain one and is broken off when enough has come: Tapis' own range
 * header makes the storage host count single bytes, and fails on names with spaces. Turns at the host's limit, retries
 * and renewed tokens are as in {@link Tapis}. Thread-safe.
 */
@ApplicationScoped
public class TapisContent {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_ERROR = 8192;

    private HttpClient client;
    private HostLimits limits;
    private Retries retries;

    /** For the container's proxies only. */
    protected TapisContent() {}

    @Inject
    public TapisContent(@TapisPace HostLimits limits, Retries retries) {
        this.limits = limits;
        this.retries = retries;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * How much to read.
     *
     * @param most bytes at most
     * @param enough whether what has come so far will do; asked again with every portion of the first 256 KB
     */
    public record Wish(int most, Predicate<byte[]> enough) {}

    /**
     * The beginning of a file; all of it when it is shorter.
     *
     * @param waitedFor whether a person waits for it: then it goes before downloads
     * @throws Failure as Tapis answered, or TAPIS_UNREACHABLE
     */
    public byte[] readBeginning(
            TapisSession session, String systemId, String path, Wish wish, boolean waitedFor, StopSignal stop) {
        return retries.run(
                        () -> renewing(
                                session,
                                token -> paced(session, waitedFor, stop, () -> {
                                    HttpRequest request = request(session, systemId, path, token);
                                    return answer(request, wish);
                                })),
                        stop,
                        (failure, wait) -> {})
                .value();
    }

    private interface Request {
        byte[] send();
    }

    private interface WithToken {
        byte[] read(String token);
    }

    private static byte[] renewing(TapisSession session, WithToken request) {
        String token = session.token();
        try {
            return request.read(token);
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.TOKEN_EXPIRED) {
                throw failure;
            }
            return request.read(session.tokenInsteadOf(token));
        }
    }

    private byte[] paced(TapisSession session, boolean waitedFor, StopSignal stop, Request request) {
        HostLimit limit = limits.limitOf(session.baseUrl());
        try (HostPermit permit = waitedFor ? limit.acquireAhead(stop) : limit.acquire(stop)) {
            try {
                byte[] body = request.send();
                permit.succeeded();
                return body;
            } catch (Failure e) {
                permit.failed(e);
                throw e;
            }
        }
    }

    private static HttpRequest request(TapisSession session, String systemId, String path, String token) {
        try {
            return HttpRequest.newBuilder(TapisPath.content(session.baseUrl(), systemId, path))
                    .header("X-Tapis-Token", token)
                    .GET()
                    .build();
        } catch (IllegalArgumentException quotesTheToken) {
            throw new Failure(ErrorCode.INVALID_TOKEN, "The Tapis token can't be sent in a header.");
        }
    }

    private byte[] answer(HttpRequest request, Wish wish) {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request,
                info -> info.statusCode() == 200
                        ? new BeginningOfBody(wish.most(), wish.enough())
                        : new BeginningOfBody(LONGEST_ERROR, bytes -> false));
        try {
            HttpResponse<byte[]> response = exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw refusal(response);
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new Failure(ErrorCode.TAPIS_UNREACHABLE, "No answer from Tapis in a minute.", e);
        } catch (ExecutionException e) {
            throw unanswered(e.getCause());
        } catch (InterruptedException e) {
            throw StopSignal.interrupted(e);
        } finally {
            exchange.cancel(true);
        }
    }

    private static Failure refusal(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return new Failure(
                TapisErrors.code(response.statusCode(), body),
                "Tapis " + response.statusCode() + ": " + Excerpt.of(body));
    }

    private static Failure unanswered(Throwable cause) {
        if (cause instanceof IOException) {
            return new Failure(
                    ErrorCode.TAPIS_UNREACHABLE,
                    "No answer from Tapis: " + cause.getClass().getSimpleName() + ".",
                    cause);
        }
        return new Failure(ErrorCode.INTERNAL_ERROR, "A file could not be read.", cause);
    }
}
