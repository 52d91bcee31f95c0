package io.skyferry.transfer.wire;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The first bytes of a body; whatever is beyond the limit is not waited for. */
public final class LimitedBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteBuffer kept;
    private final Activity activity;
    private Flow.Subscription subscription;

    public LimitedBody(int limit, Activity activity) {
        this.kept = ByteBuffer.allocate(limit);
        this.activity = activity;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        activity.touch();
        for (ByteBuffer buffer : buffers) {
            buffer.limit(Math.min(buffer.limit(), buffer.position() + kept.remaining()));
            kept.put(buffer);
        }
        if (kept.hasRemaining()) {
            subscription.request(1);
        } else {
            subscription.cancel();
            onComplete();
        }
    }

    /** What came before the break is still worth showing. */
    @Override
    public void onError(Throwable broken) {
        onComplete();
    }

    @Override
    public void onComplete() {
        byte[] bytes = new byte[kept.position()];
        kept.flip().get(bytes);
        body.complete(bytes);
    }
}
