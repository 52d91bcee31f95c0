package io.skyferry.transfer.upload;

import io.skyferry.transfer.wire.Activity;
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

/** Counts and hashes a body without keeping it. */
final class HashingBody implements BodySubscriber<byte[]> {
    private static final byte[] NOTHING = new byte[0];

    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private final MessageDigest digest;
    private final Activity activity;
    private final LongConsumer progress;
    private Flow.Subscription subscription;
    private volatile long received;

    HashingBody(Activity activity, LongConsumer progress) {
        this.activity = activity;
        this.progress = progress;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    long received() {
        return received;
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
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int count = buffer.remaining();
            digest.update(buffer);
            received += count;
            progress.accept(count);
            activity.touch();
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable broken) {
        end.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        end.complete(NOTHING);
    }
}
