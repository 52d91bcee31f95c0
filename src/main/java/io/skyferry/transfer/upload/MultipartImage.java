package io.skyferry.transfer.upload;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** A multipart body of one image, with a length that is known before it is sent. */
record MultipartImage(ImageToUpload image, boolean forgetNodeJob, String boundary) {
    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @param sent told how many further bytes are handed to the connection now; what it throws ends the request */
    BodyPublisher publisher(LongConsumer sent) throws FileNotFoundException {
        BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofString(head()),
                BodyPublishers.ofFile(image.file()),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return new Counting(whole, sent);
    }

    private String head() {
        String field = forgetNodeJob ? part("name=\"uuid\"") + "\r\n\r\n" : "";
        return field + part("name=\"images\"; filename=\"" + image.name() + "\"") + "Content-Type: image/jpeg\r\n\r\n";
    }

    private String part(String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    }

    private record Counting(BodyPublisher whole, LongConsumer sent) implements BodyPublisher {
        @Override
        public long contentLength() {
            return whole.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            whole.subscribe(new Passing(subscriber, sent));
        }
    }

    /** Hands on what comes, until whoever is told of it objects. */
    private static final class Passing implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final LongConsumer sent;
        private Flow.Subscription source;
        private boolean ended;

        private Passing(Flow.Subscriber<? super ByteBuffer> subscriber, LongConsumer sent) {
            this.subscriber = subscriber;
            this.sent = sent;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            if (ended) {
                return;
            }
            try {
                sent.accept(bytes.remaining());
            } catch (RuntimeException objection) {
                ended = true;
                source.cancel();
                subscriber.onError(objection);
                return;
            }
            subscriber.onNext(bytes);
        }

        @Override
        public void onError(Throwable broken) {
            subscriber.onError(broken);
        }

        @Override
        public void onComplete() {
            if (!ended) {
                subscriber.onComplete();
            }
        }
    }
}
