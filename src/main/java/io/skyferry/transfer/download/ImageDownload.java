package io.skyferry.transfer.download;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.transfer.integrity.JpegImage;
import io.skyferry.transfer.wire.Activity;
import io.skyferry.transfer.wire.LimitedBody;
import io.skyferry.transfer.wire.WatchedExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Fetches images from Tapis. One attempt per call; retrying is the caller's. Thread-safe. */
public final class ImageDownload {
    private final WatchedExchange exchange;
    private final Timekeeper time;
    private final Duration patience;

    /** @param patience how long no byte may arrive; 60 seconds is a good value */
    public ImageDownload(HttpClient client, Timekeeper time, Duration patience) {
        this.exchange = new WatchedExchange(client);
        this.time = time;
        this.patience = patience;
    }

    /**
     * Fetches one image. A token that Tapis rejects is replaced once.
     *
     * @param progress told how many further bytes arrived, by any thread; may hold the caller back
     * @param answered told how long Tapis took to begin its answer
     * @return the image, to be closed by the caller
     * @throws Failure SIZE_MISMATCH when the body was shorter or longer than listed or broke off; NOT_WHOLE_JPEG when
     *     only its content is wrong; TAPIS_UNREACHABLE without an answer or when nothing moved; TOKEN_EXPIRED,
     *     TAPIS_HOST_CREDENTIAL, TAPIS_FORBIDDEN, TAPIS_NOT_FOUND, TAPIS_BUSY, TAPIS_ERROR, TAPIS_UNEXPECTED_ANSWER as
     *     Tapis said; NO_SPACE; STOPPED. Nothing stays in the spool then.
     */
    public SpooledImage download(
            ImageToDownload image,
            SpoolSpace space,
            TapisToken token,
            LongConsumer progress,
            Consumer<Duration> answered,
            StopSignal stop) {
        SpoolFile file = space.create(image.id());
        try {
            return fetch(image, file, token, new Ears(progress, answered), stop);
        } catch (Throwable failed) {
            discard(file, failed);
            throw failed;
        }
    }

    /** Who is told of an exchange. */
    private record Ears(LongConsumer progress, Consumer<Duration> answered) {}

    /**
     * Asks for something small, to learn whether Tapis is there and whether it takes the token; what it says is not
     * kept.
     *
     * @throws Failure as {@link #download}, but for what concerns content
     */
    public void look(URI listing, TapisToken token, StopSignal stop) {
        Activity activity = new Activity(patience);
        try {
            TapisAnswer answer = TapisAnswer.of(
                    exchange.send(
                            requestFor(listing, token.current()),
                            info -> new LimitedBody(TapisAnswer.LONGEST_BODY, activity),
                            activity,
                            stop),
                    time.now());
            if (answer.status() != 200) {
                throw answer.asFailure();
            }
        } catch (IOException problem) {
            throw unreachable("no answer: " + problem.getClass().getSimpleName(), problem);
        }
    }

    private static void discard(SpoolFile file, Throwable failed) {
        try {
            file.close();
        } catch (UncheckedIOException stuck) {
            failed.addSuppressed(stuck);
        }
    }

    private SpooledImage fetch(ImageToDownload image, SpoolFile file, TapisToken token, Ears ears, StopSignal stop) {
        String current = token.current();
        Reception reception = request(image, file, current, ears, stop);
        if (reception.answer.status() != 200 && reception.answer.rejectsToken()) {
            reception = request(image, file, token.replacing(current), ears, stop);
        }
        if (reception.answer.status() != 200) {
            throw reception.answer.asFailure();
        }
        return verified(image, file, reception.body);
    }

    /** An answer, and its body if that is an image. */
    private record Reception(TapisAnswer answer, SpoolingBody body) {}

    private Reception request(ImageToDownload image, SpoolFile file, String token, Ears ears, StopSignal stop) {
        Activity activity = new Activity(patience);
        SpoolingBody body = new SpoolingBody(file, image.listedBytes(), activity, ears.progress());
        HttpRequest request = requestFor(image.source(), token);
        long asked = System.nanoTime();
        try {
            HttpResponse<byte[]> response = exchange.send(
                    request,
                    info -> {
                        ears.answered().accept(Duration.ofNanos(System.nanoTime() - asked));
                        return info.statusCode() == 200 ? body : new LimitedBody(TapisAnswer.LONGEST_BODY, activity);
                    },
                    activity,
                    stop);
            return new Reception(TapisAnswer.of(response, time.now()), body);
        } catch (IOException problem) {
            throw failureOf(problem, image, body);
        }
    }

    private static HttpRequest requestFor(URI address, String token) {
        try {
            return HttpRequest.newBuilder(address)
                    .header("X-Tapis-Token", token)
                    .GET()
                    .build();
        } catch (IllegalArgumentException quotesTheToken) {
            throw new Failure(ErrorCode.INVALID_TOKEN, "the stored Tapis token can't be sent in a header");
        }
    }

    private static Failure failureOf(IOException problem, ImageToDownload image, SpoolingBody body) {
        if (body.diskProblem() != null) {
            return SpoolFile.failureOf(body.diskProblem());
        }
        if (body.received() > image.listedBytes()) {
            return sizeMismatch("at least ", image, body, problem);
        }
        if (problem instanceof HttpTimeoutException) {
            String got = " after " + body.received() + " of " + image.listedBytes() + " bytes";
            return unreachable(problem.getMessage() + got, problem);
        }
        return body.begun()
                ? sizeMismatch("", image, body, problem)
                : unreachable("no answer: " + problem.getClass().getSimpleName(), problem);
    }

    private static Failure unreachable(String detail, IOException problem) {
        return new Failure(ErrorCode.TAPIS_UNREACHABLE, detail, problem);
    }

    private static SpooledImage verified(ImageToDownload image, SpoolFile file, SpoolingBody body) {
        if (body.received() != image.listedBytes()) {
            throw sizeMismatch("", image, body, null);
        }
        JpegImage jpeg = body.inspected();
        return new SpooledImage(file, jpeg.bytes(), body.sha256Hex(), jpeg.width(), jpeg.height());
    }

    private static Failure sizeMismatch(String atLeast, ImageToDownload image, SpoolingBody body, IOException problem) {
        String detail = "listed with " + image.listedBytes() + " bytes, received " + atLeast + body.received();
        return new Failure(ErrorCode.SIZE_MISMATCH, detail, problem);
    }
}
