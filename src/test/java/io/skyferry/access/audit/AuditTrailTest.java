package io.skyferry.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private final MovingClock clock = new MovingClock();
    private final TestLedger ledger = new TestLedger(AuditRow.class);
    private final AuditTrail trail = ledger.store(AuditTrail.class, manager -> new LedgerAudit(manager, clock));

    @AfterEach
    void close() {
        ledger.close();
    }

    private static AuditEvent event(String what, String subject) {
        return new AuditEvent(Optional.of(AccessKit.ADA), what, subject, "192.0.2.1", "OK");
    }

    @Test
    void isReadPageByPageAndFiltered() {
        trail.add(event("POST /a", "1"));
        trail.add(new AuditEvent(Optional.empty(), "refused proof", "", "192.0.2.2", "INVALID_TOKEN"));
        trail.add(event("POST /b", "2"));
        List<AuditEntry> first = trail.list(0, 2, null, null);
        assertThat(first).extracting(AuditEntry::what).containsExactly("POST /a", "refused proof");
        assertThat(trail.list(first.get(1).id(), 2, null, null))
                .extracting(AuditEntry::subject)
                .containsExactly("2");
        List<AuditEntry> newest = trail.listNewest(Long.MAX_VALUE, 1, null, null);
        assertThat(trail.listNewest(newest.get(0).id(), 9, null, null))
                .extracting(AuditEntry::id)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .allSatisfy(id -> assertThat(id).isLessThan(newest.get(0).id()));
        assertThat(trail.list(0, 9, "ada@sandbox", null)).hasSize(2);
        assertThat(trail.list(0, 9, null, "POST")).hasSize(2);
        assertThat(trail.list(0, 9, null, "%")).isEmpty();
    }

    @Test
    void keepsOneLineOfWhateverCame() {
        trail.add(event("POST /a", "x\r\n2026 faked line" + "y".repeat(400)));
        String subject = trail.list(0, 1, null, null).get(0).subject();
        assertThat(subject).hasSize(300).startsWith("x??2026 faked").doesNotContain("\n");
    }

    @Test
    void forgetsWhatIsTooOld() {
        trail.add(event("POST /old", ""));
        clock.advance(Duration.ofDays(2));
        trail.add(event("POST /new", ""));
        assertThat(trail.purge(clock.instant().minus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(trail.list(0, 9, null, null)).extracting(AuditEntry::what).containsExactly("POST /new");
    }

    @Test
    void doesNotFailTheWorkThatItRecords() {
        ledger.close();
        KeptAudit audit = new KeptAudit(trail, null, clock);
        assertThatCode(() -> audit.record(event("POST /a", ""))).doesNotThrowAnyException();
    }

    @Test
    void forgetsWhatTheInstallationDoesNotWantToKeep() {
        Map<String, String> values = Map.of(
                "WO_TAPIS_BASE_URL",
                "https://tapis.example",
                "WO_TAPIS_TENANT_ID",
                "sandbox",
                "SKYFERRY_AUDIT_DAYS",
                "30");
        KeptAudit audit = new KeptAudit(trail, Settings.read(name -> Optional.ofNullable(values.get(name))), clock);
        trail.add(event("POST /old", ""));
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        trail.add(event("POST /new", ""));
        assertThat(audit.purge()).isEqualTo(1);
        assertThat(audit.purge()).isZero();
        assertThat(trail.list(0, 9, null, null)).extracting(AuditEntry::what).containsExactly("POST /new");
    }

    @Test
    void recordsRefusedProofsOnceAMinuteForEachAddress() {
        List<AuditEvent> kept = new ArrayList<>();
        RefusalAudit refusals = new RefusalAudit(kept::add, clock);
        Failure failure = new Failure(ErrorCode.INVALID_TOKEN, "no");
        for (int i = 0; i < 100; i++) {
            refusals.record("192.0.2.1", failure);
        }
        refusals.record("192.0.2.2", failure);
        assertThat(kept).extracting(AuditEvent::address).containsExactly("192.0.2.1", "192.0.2.2");
        clock.advance(Duration.ofMinutes(1));
        refusals.record("192.0.2.1", failure);
        assertThat(kept).hasSize(3);
        for (int i = 0; i < 2000; i++) {
            refusals.record("2001:db8::" + i, failure);
        }
        assertThat(kept).hasSizeLessThanOrEqualTo(1003);
    }
}
