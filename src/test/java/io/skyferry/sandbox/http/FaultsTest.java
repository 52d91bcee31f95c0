package io.skyferry.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    @Timeout(60)
    void letsGoOfARequestThatIsOnlyAboutToWaitWhenTheyAreCleared() throws InterruptedException {
        faults.add(Fault.on("GET", "/hello", new FaultEffect.Held()));
        Faults.Taken taken = faults.take("GET", "/hello").orElseThrow();

        faults.clear();

        taken.awaitRelease();
        assertThat(faults.take("GET", "/hello")).isEmpty();
    }

    @Test
    void holdsWhatComesAfterTheyWereCleared() {
        faults.clear();
        faults.add(Fault.on("GET", "/hello", new FaultEffect.Held()));

        assertThat(faults.take("GET", "/hello").orElseThrow().release().getCount())
                .isEqualTo(1);
    }
}
