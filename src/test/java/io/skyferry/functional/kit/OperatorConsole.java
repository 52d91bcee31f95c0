package io.skyferry.functional.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Liberty's own REST API, over TLS. */
public final class OperatorConsole {
    private final SkyferryServer server;
    private final String credentials;
    private final HttpClient http;

    private OperatorConsole(SkyferryServer server, String credentials) {
        this.server = server;
        this.credentials = credentials;
        this.http = HttpClient.newBuilder().sslContext(trusting()).build();
    }

    /** With the password that the server left for its operator. */
    public static OperatorConsole of(SkyferryServer server) {
        try {
            String password = Files.readString(server.dataDir().resolve("liberty-operator.password"))
                    .strip();
            return as(server, "operator", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OperatorConsole as(SkyferryServer server, String name, String password) {
        byte[] plain = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new OperatorConsole(server, "Basic " + Base64.getEncoder().encodeToString(plain));
    }

    public static OperatorConsole withoutPassword(SkyferryServer server) {
        return new OperatorConsole(server, null);
    }

    public HttpResponse<String> get(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.secureUrl(path));
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server makes its certificate itself, so that nobody vouches for it. */
    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustingAll()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustingAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
