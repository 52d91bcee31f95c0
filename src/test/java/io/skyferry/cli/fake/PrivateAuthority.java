package io.skyferry.cli.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody else trusts, for a server of the name {@code skyferry.test} and for loopback. */
public record PrivateAuthority(SSLContext context, Path pem) {
    private static final String PASSWORD = "changeit";

    /** @param directory for its files */
    public static PrivateAuthority in(Path directory) throws IOException, GeneralSecurityException {
        Path store = directory.resolve("server.p12");
        Path pem = directory.resolve("ca.pem");
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=skyferry.test",
                "-ext",
                "SAN=dns:skyferry.test,dns:localhost,ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-alias", "server", "-file", pem.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new PrivateAuthority(context, pem);
    }

    private static void keytool(Path store, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
