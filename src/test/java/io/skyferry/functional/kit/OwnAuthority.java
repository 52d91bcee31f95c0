package io.skyferry.functional.kit;

import io.skyferry.cli.fake.PrivateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** A certificate for this machine that no public authority knows, and TLS in front of plain servers with it. */
public final class OwnAuthority {
    private static final String PASSWORD = "worthless-store-password";

    private final Path trustStore;
    private final PrivateAuthority authority;

    private OwnAuthority(Path trustStore, PrivateAuthority authority) {
        this.trustStore = trustStore;
        this.authority = authority;
    }

    /** @param directory where its key and certificate are kept */
    public static OwnAuthority make(Path directory) {
        try {
            PrivateAuthority authority = PrivateAuthority.in(directory);
            return new OwnAuthority(trusting(authority.pem()), authority);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path trusting(Path pem) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        Path trustStore = pem.resolveSibling("trusted.p12");
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return trustStore;
    }

    /** What a Java program is started with to trust it, and nobody else. */
    public String javaOptions() {
        return "-Djavax.net.ssl.trustStore=" + trustStore + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /** @return the address at which a server of this machine can be reached by https */
    public String inFrontOf(String plain) {
        try {
            CuttableLine line = CuttableLine.of(
                    authority
                            .context()
                            .getServerSocketFactory()
                            .createServerSocket(0, 200, InetAddress.getLoopbackAddress()),
                    URI.create(plain).getPort());
            return "https://localhost:" + line.port();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
