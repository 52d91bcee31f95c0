package io.skyferry.access.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserSessionsTest {
    private final MovingClock clock = new MovingClock();
    private final BrowserKit kit = new BrowserKit(clock);
    private final BrowserSessions sessions = kit.sessions();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anotherServerFindsTheSessionToo() {
        Secret id = sessions.open(AccessKit.ADA);
        assertThat(kit.sessions().find(id).orElseThrow().owner()).isEqualTo(AccessKit.ADA);
    }

    @Test
    void aCopyOfTheTableOpensNoSession() {
        Secret id = sessions.open(AccessKit.ADA);
        String dump = kit.ledger().dump("browser_session");
        assertThat(dump).contains("ada@sandbox").doesNotContain(id.reveal());
        String hash = sessions.find(id).orElseThrow().idHash();
        assertThat(dump).contains(hash);
        assertThat(sessions.find(new Secret(hash))).isEmpty();
    }

    @Test
    void endsWhenItIsNotUsed() {
        Secret id = sessions.open(AccessKit.ADA);
        clock.advance(BrowserSessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(BrowserSessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(BrowserSessions.IDLE.plusSeconds(1));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void doesNotLastLongerBecauseSomebodyAsked() {
        Secret id = sessions.open(AccessKit.ADA);
        String hash = sessions.find(id).orElseThrow().idHash();
        clock.advance(BrowserSessions.IDLE.minusSeconds(1));
        assertThat(sessions.isOpen(hash)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.isOpen(hash)).isFalse();
        assertThat(sessions.isOpen("0".repeat(64))).isFalse();
    }

    @Test
    void endsAfterSevenDaysHoweverBusy() {
        Secret id = sessions.open(AccessKit.ADA);
        for (int hours = 0; hours < 7 * 24 - 6; hours += 6) {
            clock.advance(Duration.ofHours(6));
            assertThat(sessions.find(id)).as("after %s hours", hours + 6).isPresent();
        }
        clock.advance(Duration.ofHours(6).plusSeconds(1));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void endsHereOrEverywhere() {
        Secret first = sessions.open(AccessKit.ADA);
        Secret second = sessions.open(AccessKit.ADA);
        Secret third = sessions.open(AccessKit.ADA);
        Secret others = sessions.open(new Owner("grace", "sandbox"));
        sessions.close(first);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isPresent();
        assertThat(sessions.closeAll(AccessKit.ADA)).isEqualTo(2);
        assertThat(sessions.find(second)).isEmpty();
        assertThat(sessions.find(third)).isEmpty();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void throwsAwayWhatIsOver() {
        sessions.open(AccessKit.ADA);
        assertThat(sessions.purge()).isZero();
        clock.advance(BrowserSessions.IDLE.plusSeconds(1));
        Secret fresh = sessions.open(AccessKit.ADA);
        assertThat(sessions.purge()).isEqualTo(1);
        assertThat(sessions.find(fresh)).isPresent();
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        Secret id = new Secret("v");
        assertThat(new BrowserCookies(URI.create("https://ferry.example.org")).session(id))
                .isEqualTo("__Host-skyferry_session=v; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
        BrowserCookies plain = new BrowserCookies(URI.create("http://localhost:9080"));
        assertThat(plain.session(id)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(plain.signIn(id)).contains("Path=/api/oauth2/tapis/; Max-Age=600; HttpOnly; SameSite=Lax");
        assertThat(plain.noSession()).startsWith("skyferry_session=; Path=/; Max-Age=0;");
        assertThat(plain.origin()).isEqualTo("http://localhost:9080");
        assertThat(new BrowserCookies(URI.create("https://Ferry.example.org:443")).origin())
                .isEqualTo("https://ferry.example.org");
    }
}
