package io.skyferry.transfer.wire;

import io.skyferry.platform.pace.StopSignal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request and watches it until its answer is complete. Thread-safe. */
public final class WatchedExchange {
    private final HttpClient client;

    public WatchedExchange(HttpClient client) {
        this.client = client;
    }

    /**
     * Blocks until the body handler has everything.
     *
     * @throws HttpTimeoutException when nothing moved for as long as the activity allows
     * @throws IOException when the connection or the body handler failed
     * @throws io.skyferry.platform.failure.Failure STOPPED when stopped or interrupted; the exchange is aborted
     */
    public <T> HttpResponse<T> send(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, Activity activity, StopSignal stop)
            throws IOException {
        stop.throwIfStopped();
        activity.touch();
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, info -> {
            activity.touch();
            return handler.apply(info);
        });
        CompletableFuture<HttpResponse<T>> done = answer.copy();
        StopSignal.Registration abort = stop.onStop(() -> done.cancel(false));
        try {
            return await(done, activity, stop);
        } finally {
            abort.close();
            answer.cancel(true);
        }
    }

    private static <T> HttpResponse<T> await(
            CompletableFuture<HttpResponse<T>> done, Activity activity, StopSignal stop) throws IOException {
        while (true) {
            long left = activity.nanosLeft();
            if (left <= 0) {
                throw new HttpTimeoutException(
                        "nothing moved for " + activity.patience().toMillis() + " ms");
            }
            try {
                return done.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhapsMovedSince) {
                continue;
            } catch (InterruptedException interrupt) {
                throw StopSignal.interrupted(interrupt);
            } catch (ExecutionException failed) {
                throw asIoException(failed.getCause());
            } catch (CancellationException aborted) {
                stop.throwIfStopped();
                throw new IOException("the exchange was cancelled", aborted);
            }
        }
    }

    private static IOException asIoException(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof RuntimeException || cause instanceof Error) {
            return new IOException("the exchange failed", cause);
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
