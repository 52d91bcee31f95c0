package io.skyferry.notice;

import static io.skyferry.notice.kit.NoticeKit.ADA;
import static io.skyferry.notice.kit.NoticeKit.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.notice.hook.Webhook;
import io.skyferry.notice.kit.NoticeKit;
import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.KeptNotice;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final Optional<NoticeSettings.Mail> MAIL = Optional.of(new NoticeSettings.Mail(
            "localhost",
            25,
            NoticeSettings.MailTls.NONE,
            Optional.empty(),
            Optional.empty(),
            "skyferry@example.org",
            5));

    private final List<Change> feed = new ArrayList<>();
    private NoticeKit kit;

    @BeforeEach
    void open(@TempDir Path directory) {
        kit = new NoticeKit(directory);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Intake intake(Optional<NoticeSettings.Mail> mail, Optional<NoticeSettings.Hook> hook) {
        return new Intake(
                (id, limit) -> feed.stream()
                        .filter(change -> change.id() > id)
                        .limit(limit)
                        .toList(),
                kit.notices,
                kit.wishes,
                kit.hooks,
                new NoticeSettings(mail, hook, false),
                kit.clock);
    }

    private void happens(Owner owner, ChangeKind kind) {
        feed.add(new Change(
                feed.size() + 1L,
                kit.clock.instant(),
                ChangeNote.of(kind, owner)
                        .ofProject(7)
                        .saying(Json.createObjectBuilder(NoticeKit.project("One"))
                                .add("exit_status", "COMMITTED")
                                .add("projects_created", 1)
                                .build())));
    }

    private List<KeptNotice> kept(Owner owner) {
        return kit.notices.listOf(owner, Long.MAX_VALUE, 1000);
    }

    @Test
    void tellsOnlyWhoHasAConfirmedAddress() {
        kit.confirmed(ADA, "ada@example.org");
        kit.addresses.give(GRACE, "grace@example.org");
        happens(ADA, ChangeKind.WEBODM_LOST);
        happens(GRACE, ChangeKind.WEBODM_LOST);
        intake(MAIL, Optional.empty()).run();
        intake(MAIL, Optional.empty()).run();
        assertThat(kept(ADA)).hasSize(1);
        assertThat(kept(ADA).get(0).delivery().nextAt())
                .contains(kit.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(kept(GRACE)).isEmpty();
    }

    @Test
    void tellsNobodyWhereThereIsNoMail() {
        kit.confirmed(ADA, "ada@example.org");
        happens(ADA, ChangeKind.WEBODM_LOST);
        intake(Optional.empty(), Optional.empty()).run();
        assertThat(kept(ADA)).isEmpty();
    }

    @Test
    void tellsWhatIsWished() {
        kit.confirmed(ADA, "ada@example.org");
        kit.wishes.change(ADA, Optional.of(EnumSet.of(Occasion.SYNC_FINISHED)), Optional.empty(), Optional.of(60));
        assertThat(kit.preferences.get(ADA).notifyComplete()).isFalse();
        happens(ADA, ChangeKind.WEBODM_LOST);
        happens(ADA, ChangeKind.FLIGHTS_DISCOVERED);
        happens(ADA, ChangeKind.SYNC_ENDED);
        intake(MAIL, Optional.empty()).run();
        assertThat(kept(ADA)).extracting(each -> each.news().occasion()).containsExactly(Occasion.SYNC_FINISHED);
        assertThat(kept(ADA).get(0).delivery().nextAt())
                .contains(kit.clock.instant().plus(Duration.ofHours(1)));
        kit.wishes.change(
                ADA, Optional.of(EnumSet.of(Occasion.DISCOVERY_COMPLETE)), Optional.empty(), Optional.empty());
        happens(ADA, ChangeKind.FLIGHTS_DISCOVERED);
        intake(MAIL, Optional.empty()).run();
        assertThat(kept(ADA)).hasSize(2);
    }

    @Test
    void tellsHooksEverythingAtOnce() {
        kit.hooks.put(
                ADA, new Webhook(URI.create("https://example.org/"), NoticeKit.hookSecret(), kit.clock.instant()));
        happens(ADA, ChangeKind.SYNC_ENDED);
        happens(GRACE, ChangeKind.SYNC_ENDED);
        intake(
                        Optional.empty(),
                        Optional.of(
                                new NoticeSettings.Hook(URI.create("https://example.org/"), NoticeKit.hookSecret())))
                .run();
        assertThat(kept(ADA)).extracting(KeptNotice::channel).containsExactly(Channel.WEBHOOK);
        assertThat(kit.notices.listOfInstallation(Long.MAX_VALUE, 9)).hasSize(2);
        assertThat(kit.notices.listDue(9)).hasSize(3);
    }

    @Test
    void readsALongFeedOnceAndInPortions() {
        kit.confirmed(ADA, "ada@example.org");
        for (int i = 0; i < 450; i++) {
            happens(ADA, ChangeKind.WEBODM_LOST);
        }
        intake(MAIL, Optional.empty()).run();
        intake(MAIL, Optional.empty()).run();
        assertThat(kept(ADA)).hasSize(450);
        assertThat(kit.notices.reading().changeId()).isEqualTo(450);
    }

    @Test
    void keepsNothingWhenAnotherServerWasQuicker() {
        kit.confirmed(ADA, "ada@example.org");
        happens(ADA, ChangeKind.WEBODM_LOST);
        Intake other = intake(MAIL, Optional.empty());
        Intake slow = new Intake(
                (id, limit) -> {
                    List<Change> read = List.copyOf(feed);
                    other.run();
                    return read;
                },
                kit.notices,
                kit.wishes,
                kit.hooks,
                new NoticeSettings(MAIL, Optional.empty(), false),
                kit.clock);
        slow.run();
        assertThat(kept(ADA)).hasSize(1);
    }

    @Test
    void forgetsWhatIsLongOver() {
        kit.confirmed(ADA, "ada@example.org");
        happens(ADA, ChangeKind.WEBODM_LOST);
        intake(MAIL, Optional.empty()).run();
        kit.mails.collect(ADA, Optional.of("ada@example.org"), "<1@x>");
        long mail = kit.mails.listDue(9).get(1);
        kit.mails.begin(mail);
        kit.mails.succeeded(mail);
        assertThat(kit.notices.purge(kit.clock.instant())).isZero();
        assertThat(kit.notices.purge(kit.clock.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(kit.ledger.dump("notice_mail")).doesNotContain("<1@x>").contains("CONFIRM");
    }
}
