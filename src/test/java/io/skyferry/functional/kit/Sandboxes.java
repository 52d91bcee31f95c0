package io.skyferry.functional.kit;

import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import io.skyferry.sandbox.webodm.world.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Tapis whose stored tokens live for seconds, and a WebODM that is quick, with the same users. */
record Sandboxes(TestWorld world, TapisSandbox tapis, WebOdmSandbox webodm) {
    /** Access tokens of a sign-in; the server renews them when three quarters are over. */
    static final Duration TOKEN_LIFE = Duration.ofSeconds(6);

    /** A user of Tapis whom WebODM doesn't know. */
    static final String UNKNOWN = TestWorld.username(TestWorld.EXTRA_USERS - 1);

    static Sandboxes start(Path directory) {
        // The proxy before the real Tapis drops idle connections after 5 s.
        System.setProperty("sun.net.httpserver.idleInterval", "5");
        try {
            TestWorld world = TestWorld.make(java.nio.file.Files.createDirectories(directory.resolve("world/systems"))
                    .getParent());
            TapisSandbox tapis = TapisSandbox.start(TapisOptions.of(world.directory())
                    .withLifetimes(TOKEN_LIFE, Duration.ofDays(365))
                    .withLine());
            WebOdmSandbox webodm = WebOdmSandbox.start(WebOdmOptions.demo(directory.resolve("webodm"))
                    .withAccounts(accounts())
                    .withProcessingTime(Duration.ofMillis(500)));
            return new Sandboxes(world, tapis, webodm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        accounts.add(Account.superuser(1, "admin", "admin-demo"));
        accounts.add(Account.user(2, "ferry", Deployment.SERVICE_PASSWORD));
        for (String name : TestWorld.usernames()) {
            if (name.equals(UNKNOWN)) {
                continue;
            }
            accounts.add(Account.user(accounts.size() + 1, name, TestWorld.password(name)));
        }
        return accounts;
    }
}
