package io.skyferry.transfer.upload;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.transfer.wire.Activity;
import io.skyferry.transfer.wire.LimitedBody;
import io.skyferry.transfer.wire.WatchedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads back what WebODM holds. {@code HEAD} and {@code GET images/download/{name}} answer 200 with the size, or 404;
 * WebODM has no list of images. One attempt per call. Thread-safe.
 */
public final class StoredImages {
    private final WatchedExchange exchange;
    private final Timekeeper time;
    private final Duration patience;

    public StoredImages(HttpClient client, Timekeeper time, Duration patience) {
        this.exchange = new WatchedExchange(client);
        this.time = time;
        this.patience = patience;
    }

    /**
     * @param name as it was delivered
     * @param withContent whether the content is read and hashed
     * @param progress told how many further bytes came; may hold the caller back
     * @return empty when WebODM has nothing under this name
     * @throws Failure WEBODM_SIGN_IN, WEBODM_BUSY, WEBODM_ERROR, WEBODM_UNREACHABLE, WEBODM_UNEXPECTED_ANSWER; STOPPED
     */
    public Optional<StoredImage> find(
            UploadTarget target,
            WebOdmToken token,
            String name,
            boolean withContent,
            LongConsumer progress,
            StopSignal stop) {
        Activity activity = new Activity(patience);
        HashingBody content = new HashingBody(activity, progress);
        HttpRequest request = HttpRequest.newBuilder(address(target, name))
                .header("Authorization", "JWT " + token.current())
                .method(withContent ? "GET" : "HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<byte[]> answer = exchange.send(
                    request,
                    info -> info.statusCode() == 200 && withContent
                            ? content
                            : new LimitedBody(WebOdmAnswer.LONGEST_BODY, activity),
                    activity,
                    stop);
            return stored(answer, withContent ? content : null);
        } catch (IOException lost) {
            throw new Failure(
                    ErrorCode.WEBODM_UNREACHABLE,
                    "no answer: " + lost.getClass().getSimpleName(),
                    lost);
        }
    }

    private Optional<StoredImage> stored(HttpResponse<byte[]> answer, HashingBody content) {
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw WebOdmAnswer.of(answer, time.now()).asFailure();
        }
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        return Optional.of(
                content == null
                        ? new StoredImage(length, null)
                        : new StoredImage(content.received(), content.sha256Hex()));
    }

    private static URI address(UploadTarget target, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return target.taskAddress().resolve("images/download/" + encoded);
    }
}
