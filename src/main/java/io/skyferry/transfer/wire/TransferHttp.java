package io.skyferry.transfer.wire;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The client for image bytes: HTTP/1.1, no redirects, no cookies. One per server is enough. */
public final class TransferHttp {
    private TransferHttp() {}

    /** @param executor runs the client's callbacks, which write to disk; it must not be a single thread */
    public static HttpClient create(Executor executor, Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor)
                .build();
    }
}
