package io.skyferry.tapis;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/** The first bytes of a body. The connection is ended as soon as they are enough. */
final class BeginningOfBody implements BodySubscriber<byte[]> {
    /** Beyond that nobody is asked any more: each question costs a copy. */
    static final int DECIDING = 256 * 1024;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private final Predicate<byte[]> enough;
    private Flow.Subscription subscription;

    BeginningOfBody(int most, Predicate<byte[]> enough) {
        this.most = most;
        this.enough = enough;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] portion = new byte[Math.min(buffer.remaining(), most - kept.size())];
            buffer.get(portion);
            kept.writeBytes(portion);
        }
        if (kept.size() >= most || isEnough()) {
            subscription.cancel();
            onComplete();
        } else {
            subscription.request(1);
        }
    }

    private boolean isEnough() {
        return kept.size() <= DECIDING && enough.test(kept.toByteArray());
    }

    @Override
    public void onError(Throwable broken) {
        body.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        body.complete(kept.toByteArray());
    }
}
