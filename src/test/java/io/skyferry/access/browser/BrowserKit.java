package io.skyferry.access.browser;

import io.skyferry.access.kit.TestLedger;
import java.security.SecureRandom;
import java.time.Clock;

/** Browser sessions and begun sign-ins over a ledger in memory. */
public final class BrowserKit implements AutoCloseable {
    private final TestLedger ledger = new TestLedger(StateRow.class, SessionRow.class);
    private final Clock clock;

    public BrowserKit(Clock clock) {
        this.clock = clock;
    }

    public BrowserSessions sessions() {
        return new BrowserSessions(ledger.store(SessionStore.class, LedgerSessions::new), new SecureRandom(), clock);
    }

    SignInStates states() {
        return ledger.store(SignInStates.class, LedgerStates::new);
    }

    TestLedger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
