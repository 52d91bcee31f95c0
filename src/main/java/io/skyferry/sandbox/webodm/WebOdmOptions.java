package io.skyferry.sandbox.webodm;

import io.skyferry.sandbox.webodm.api.Flavour;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.ProcessingNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a sandbox WebODM is set up.
 *
 * @param port 0 = any free one
 * @param data where uploaded files go: {@code <data>/projects/<project>/tasks/<task>/<name>}
 * @param secretKey WebODM's secret key, with which tokens are signed (HS256)
 * @param processingTime from commit to COMPLETED, not negative
 * @param clock decides about the age of tasks, the node's progress and the life of tokens
 */
public record WebOdmOptions(
        int port,
        Path data,
        List<Account> accounts,
        String secretKey,
        Duration processingTime,
        ProcessingNode.State node,
        Flavour flavour,
        Clock clock) {

    /** The secret key of a sandbox that wasn't given one. */
    public static final String DEMO_SECRET_KEY = "sandbox-only-secret-key-of-the-webodm-demo";

    public WebOdmOptions {
        accounts = List.copyOf(accounts);
        if (processingTime.isNegative()) {
            throw new IllegalArgumentException("processing time is negative");
        }
    }

    /**
     * Any port, bare gunicorn, a node online that takes six seconds, and the accounts {@code admin} (superuser),
     * {@code ada}, {@code grace}, {@code operator} (the users of the sandbox's Tapis) and {@code skyferry}, each with
     * its name and {@code -demo} as password.
     */
    public static WebOdmOptions demo(Path data) {
        List<Account> accounts = List.of(
                Account.superuser(1, "admin", "admin-demo"),
                Account.user(2, "ada", "ada-demo"),
                Account.user(3, "grace", "grace-demo"),
                Account.user(4, "operator", "operator-demo"),
                Account.user(5, "skyferry", "skyferry-demo"));
        return new WebOdmOptions(
                0,
                data,
                accounts,
                DEMO_SECRET_KEY,
                Duration.ofSeconds(6),
                ProcessingNode.State.ONLINE,
                Flavour.GUNICORN,
                Clock.systemUTC());
    }

    public WebOdmOptions withPort(int newPort) {
        return new WebOdmOptions(newPort, data, accounts, secretKey, processingTime, node, flavour, clock);
    }

    public WebOdmOptions withAccounts(List<Account> newAccounts) {
        return new WebOdmOptions(port, data, newAccounts, secretKey, processingTime, node, flavour, clock);
    }

    public WebOdmOptions withSecretKey(String newKey) {
        return new WebOdmOptions(port, data, accounts, newKey, processingTime, node, flavour, clock);
    }

    public WebOdmOptions withProcessingTime(Duration newTime) {
        return new WebOdmOptions(port, data, accounts, secretKey, newTime, node, flavour, clock);
    }

    public WebOdmOptions withNode(ProcessingNode.State newState) {
        return new WebOdmOptions(port, data, accounts, secretKey, processingTime, newState, flavour, clock);
    }

    public WebOdmOptions withFlavour(Flavour newFlavour) {
        return new WebOdmOptions(port, data, accounts, secretKey, processingTime, node, newFlavour, clock);
    }

    public WebOdmOptions withClock(Clock newClock) {
        return new WebOdmOptions(port, data, accounts, secretKey, processingTime, node, flavour, newClock);
    }

    @Override
    public String toString() {
        return "WebOdmOptions[port=" + port + ", data=" + data + ", flavour=" + flavour + "]";
    }
}
