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
import java.util.function.Consumer;
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
     * @param progress told how many further bytes left, by any thread; may hold the caller back, and what it throws
     *     ends the upload at once, before the bytes leave
     * @param answered told how long WebODM took to answer after the last byte
     * @throws Failure UPLOAD_MISMATCH when WebODM stored another name or size; WEBODM_SIGN_IN, WEBODM_NOT_FOUND,
     *     WEBODM_REFUSED, WEBODM_BUSY, WEBODM_ERROR, WEBODM_UNEXPECTED_ANSWER as WebODM said; WEBODM_UNREACHABLE
     *     without an answer; STOPPED
     */
    public void upload(
            ImageToUpload image,
            UploadTarget target,
            WebOdmToken token,
            LongConsumer progress,
            Consumer<Duration> answered,
            StopSignal stop) {
        String current = token.current();
        Ears ears = new Ears(progress, answered);
        WebOdmAnswer answer = send(image, target, current, ears, stop);
        if (answer.rejectsToken()) {
            answer = send(image, target, token.replacing(current), ears, stop);
        }
        answer.confirm(image);
    }

    /** Who is told of an exchange. */
    private record Ears(LongConsumer progress, Consumer<Duration> answered) {}

    /**
     * Looks at the task, to learn whether WebODM is there; what it says is not kept.
     *
     * @throws Failure as {@link #upload}
     */
    public void look(UploadTarget target, WebOdmToken token, StopSignal stop) {
        HttpRequest look =
                requestTo(target.taskAddress(), token.current()).GET().build();
        try {
            WebOdmAnswer task = answerTo(look, new Activity(patience.sending()), stop);
            if (task.status() != 200) {
                throw task.asFailure();
            }
        } catch (IOException problem) {
            throw unreachable(problem);
        }
    }

    private WebOdmAnswer send(ImageToUpload image, UploadTarget target, String token, Ears ears, StopSignal stop) {
        MultipartImage multipart = new MultipartImage(image, target.forgetNodeJob(), boundaries.get());
        Activity activity = new Activity(patience.sending());
        AtomicLong lastByte = new AtomicLong(System.nanoTime());
        BodyPublisher body = bodyOf(multipart, activity, ears.progress(), lastByte);
        HttpRequest request = requestTo(target.uploadAddress(), token)
                .header("Content-Type", multipart.contentType())
                .POST(body)
                .build();
        try {
            WebOdmAnswer answer = answerTo(request, activity, stop);
            ears.answered().accept(Duration.ofNanos(System.nanoTime() - lastByte.get()));
            return answer;
        } catch (IOException lost) {
            if (lost.getCause() instanceof Failure ownWish) {
                throw ownWish;
            }
            return statusBehind(lost, target, token, stop);
        }
    }

    private BodyPublisher bodyOf(
            MultipartImage multipart, Activity activity, LongConsumer progress, AtomicLong lastByte) {
        AtomicLong unsent = new AtomicLong();
        try {
            BodyPublisher body = multipart.publisher(count -> {
                progress.accept(count);
                lastByte.set(System.nanoTime());
                activity.touch(unsent.addAndGet(-count) > 0 ? patience.sending() : patience.answering());
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
        throw unreachable(lost);
    }

    private static Failure unreachable(IOException lost) {
        return new Failure(
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
