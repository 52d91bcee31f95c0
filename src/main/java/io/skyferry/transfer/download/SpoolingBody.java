package io.skyferry.transfer.download;

import io.skyferry.transfer.integrity.JpegImage;
import io.skyferry.transfer.integrity.JpegInspection;
import io.skyferry.transfer.wire.Activity;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/**
 * Writes a body to the spool while counting, hashing and inspecting it. Ends the exchange with the first byte too many,
 * so that a runaway body can't fill the disk.
 */
final class SpoolingBody implements BodySubscriber<byte[]> {
    private static final byte[] NOTHING = new byte[0];

    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private final JpegInspection inspection = new JpegInspection();
    private final MessageDigest digest = sha256();
    private final SpoolFile file;
    private final long listedBytes;
    private final Activity activity;
    private final LongConsumer progress;
    private Flow.Subscription subscription;
    private volatile long received;
    private volatile boolean begun;
    private volatile IOException diskProblem;

    SpoolingBody(SpoolFile file, long listedBytes, Activity activity, LongConsumer progress) {
        this.file = file;
        this.listedBytes = listedBytes;
        this.activity = activity;
        this.progress = progress;
    }

    /** Whether the body is being received, as opposed to an error's text. */
    boolean begun() {
        return begun;
    }

    long received() {
        return received;
    }

    /** Why the spool could not take it, or null. */
    IOException diskProblem() {
        return diskProblem;
    }

    /** @throws io.skyferry.platform.failure.Failure NOT_WHOLE_JPEG */
    JpegImage inspected() {
        return inspection.finish();
    }

    /** To be asked once, after the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        begun = true;
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (end.isDone()) {
            return;
        }
        activity.touch();
        try {
            for (ByteBuffer buffer : buffers) {
                take(buffer);
                // Being held back is not the other end's silence.
                activity.touch();
            }
            subscription.request(1);
        } catch (IOException | RuntimeException problem) {
            subscription.cancel();
            end.completeExceptionally(problem);
        }
    }

    private void take(ByteBuffer buffer) throws IOException {
        int count = buffer.remaining();
        received += count;
        progress.accept(count);
        if (received > listedBytes) {
            throw new IOException("longer than listed");
        }
        digest.update(buffer.duplicate());
        inspection.accept(buffer.duplicate());
        try {
            file.write(buffer);
        } catch (IOException problem) {
            diskProblem = problem;
            throw problem;
        }
    }

    @Override
    public void onError(Throwable broken) {
        end.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        try {
            file.complete();
            end.complete(NOTHING);
        } catch (IOException problem) {
            diskProblem = problem;
            end.completeExceptionally(problem);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
