package io.skyferry.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that go and come back. */
public final class FreePort {
    private static final int LEAST = 12_000;

    /** Below those that systems give to outgoing connections and to who asks for any: nobody takes it meanwhile. */
    private static final int MOST = 32_000;

    private FreePort() {}

    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
