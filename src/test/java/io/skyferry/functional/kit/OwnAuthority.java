package io.skyferry.functional.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for this machine that no public authority knows, and TLS in front of plain servers with it. */
public final class OwnAuthority {
    private static final String PASSWORD = "worthless-store-password";

    private final Path trustStore;
    private final SSLContext tls;

    private OwnAuthority(Path trustStore, SSLContext tls) {
        this.trustStore = trustStore;
        this.tls = tls;
    }

    /** @param directory where its key and certificate are kept */
    public static OwnAuthority make(Path directory) {
        try {
            KeyStore keys = keys(directory.resolve("keys.p12"));
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("own", keys.getCertificate("own"));
            Path trustStore = directory.resolve("trusted.p12");
            try (OutputStream out = Files.newOutputStream(trustStore)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            return new OwnAuthority(trustStore, context(keys));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore keys(Path file) throws IOException, GeneralSecurityException {
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void run(List<String> command) throws IOException {
        try {
            int end = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (end != 0) {
                throw new IllegalStateException(command.get(0) + " ended with " + end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What a Java program is started with to trust it, and nobody else. */
    public String javaOptions() {
        return "-Djavax.net.ssl.trustStore=" + trustStore + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /** @return the address at which a server of this machine can be reached by https */
    public String inFrontOf(String plain) {
        try {
            CuttableLine line = CuttableLine.of(
                    tls.getServerSocketFactory().createServerSocket(0, 200, InetAddress.getLoopbackAddress()),
                    URI.create(plain).getPort());
            return "https://localhost:" + line.port();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
