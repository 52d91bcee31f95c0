package io.skyferry.transfer.upload;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.transfer.wire.Activity;
import io.skyferry.transfer.wire.LimitedBody;
import io.skyferry.transfer.wire.WatchedExchange;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Uploads images to WebODM. One attempt per call; retrying is the caller's. Thread-safe. */
public final class ImageUpload {
    private final WatchedExchange exchange;
    private final Timekeeper time;
    private final Patience patience;
    private final Supplier<String> boundaries;

    /**
     * @param sending how long no byte may leave
     * @param answering how long WebODM may be silent after the last byte, while it queues the request and copies the
     *     file
     */
    public record Patience(Duration sending, Duration answering) {
        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    /** @param boundaries makes multipart boundaries that no photo contains: 30 or more random letters and digits */
    public ImageUpload(HttpClient client, Timekeeper time, Patience patience, Supplier<String> boundaries) {
        this.exchange = new WatchedExchange(client);
        this.time = time;
        this.patience = patience;
        this.boundaries = boundaries;
    }

    /**
     * Uploads one image; returns when WebODM has named it and its size. A token that WebODM rejects is replaced once.
     * Safe to repeat after any failure.
     *
     * @param progress told how many further bytes left, by any thread
     * @throws Failure UPLOAD_MISMATCH when WebODM stored another name or size; WEBODM_SIGN_IN, WEBODM_NOT_FOUND,
     *     WEBODM_REFUSED, WEBODM_BUSY, WEBODM_ERROR, WEBODM_UNEXPECTED_ANSWER as WebODM said; WEBODM_UNREACHABLE
     *     without an answer; STOPPED
     */
    public void upload(
            ImageToUpload image, UploadTarget target, WebOdmToken token, LongConsumer progress, StopSignal stop) {
        String current = token.current();
        WebOdmAnswer answer = send(image, target, current, progress, stop);
        if (answer.rejectsToken()) {
            answer = send(image, target, token.replacing(current), progress, stop);
        }
        answer.confirm(image);
    }

    private WebOdmAnswer send(
            ImageToUpload image, UploadTarget target, String token, LongConsumer progress, StopSignal stop) {
        MultipartImage multipart = new MultipartImage(image, target.forgetNodeJob(), boundaries.get());
        Activity activity = new Activity(patience.sending());
        BodyPublisher body = bodyOf(multipart, activity, progress);
        HttpRequest request = requestTo(target.uploadAddress(), token)
                .header("Content-Type", multipart.contentType())
                .POST(body)
                .build();
        try {
            return answerTo(request, activity, stop);
        } catch (IOException lost) {
            return statusBehind(lost, target, token, stop);
        }
    }

    private BodyPublisher bodyOf(MultipartImage multipart, Activity activity, LongConsumer progress) {
        AtomicLong unsent = new AtomicLong();
        try {
            BodyPublisher body = multipart.publisher(count -> {
                activity.touch(unsent.addAndGet(-count) > 0 ? patience.sending() : patience.answering());
                progress.accept(count);
            });
            unsent.set(body.contentLength());
            return body;
        } catch (FileNotFoundException gone) {
            throw new Failure(ErrorCode.INTERNAL_ERROR, "the spooled file is gone", gone);
        }
    }

    /** Tells a refusal that got lost with the connection from a network fault. */
    private WebOdmAnswer statusBehind(IOException lost, UploadTarget target, String token, StopSignal stop) {
        try {
            HttpRequest look = requestTo(target.taskAddress(), token).GET().build();
            WebOdmAnswer task = answerTo(look, new Activity(patience.sending()), stop);
            if (task.rejectsToken() || task.status() == 404) {
                return task;
            }
        } catch (IOException alsoLost) {
            lost.addSuppressed(alsoLost);
        }
        throw new Failure(
                ErrorCode.WEBODM_UNREACHABLE, "no answer: " + lost.getClass().getSimpleName(), lost);
    }

    private WebOdmAnswer answerTo(HttpRequest request, Activity activity, StopSignal stop) throws IOException {
        var response =
                exchange.send(request, info -> new LimitedBody(WebOdmAnswer.LONGEST_BODY, activity), activity, stop);
        return WebOdmAnswer.of(response, time.now());
    }

    private static HttpRequest.Builder requestTo(URI address, String token) {
        try {
            return HttpRequest.newBuilder(address).header("Authorization", "JWT " + token);
        } catch (IllegalArgumentException quotesTheToken) {
            throw new Failure(ErrorCode.WEBODM_SIGN_IN, "the WebODM token can't be sent in a header");
        }
    }
}
