package io.skyferry.notice.mail;

import static io.skyferry.notice.kit.NoticeKit.ADA;
import static io.skyferry.notice.kit.NoticeKit.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.skyferry.notice.kit.NoticeKit;
import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.DeliveryState;
import io.skyferry.notice.ledger.KeptNotice;
import io.skyferry.notice.ledger.SendOutcome;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRoundTest {
    private static final String ADDRESS = "ada@example.org";

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private NoticeKit kit;
    private MailRound round;

    @BeforeEach
    void open(@TempDir Path directory) {
        kit = new NoticeKit(directory);
        server.start();
        round = round(postman(server.getSmtp().getPort()));
    }

    @AfterEach
    void close() {
        server.stop();
        kit.close();
    }

    private Postman postman(int port) {
        return new SmtpPostman(
                new NoticeSettings.Mail(
                        "127.0.0.1",
                        port,
                        NoticeSettings.MailTls.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        "skyferry@example.org",
                        5),
                kit.clock);
    }

    private MailRound round(Postman postman) {
        return new MailRound(kit.mails, kit.wishes, kit.links, Optional.of(postman), kit::newMessageId);
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private static String body(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replaceAll("=\\r?\\n", "").replace("=3D", "=");
    }

    private List<KeptNotice> kept() {
        return kit.notices.listOf(ADA, Long.MAX_VALUE, 100);
    }

    @Test
    void asksFirstAndTellsOnlyAfterTheAnswer() throws Exception {
        kit.addresses.give(ADA, "Ada@Example.org");
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "Early", 0);
        round.run();

        assertThat(mails()).hasSize(1);
        MimeMessage asked = mails().get(0);
        assertThat(asked.getSubject()).isEqualTo("Skyferry: is this your address?");
        assertThat(asked.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
        assertThat(asked.getHeader("List-Unsubscribe")).isNull();
        assertThat(kept()).extracting(each -> each.delivery().state()).containsExactly(DeliveryState.DROPPED);
        String link = kit.links.confirm(ADA, ADDRESS).orElseThrow();
        assertThat(body(asked)).contains(link);

        assertThat(kit.addresses.confirm(NoticeKit.token(link))).contains(ADA);
        assertThat(kit.addresses.confirm(NoticeKit.token(link)))
                .as("a second time")
                .isEmpty();
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "Late", 0);
        round.run();

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).getSubject()).isEqualTo("Skyferry: Late is not in WebODM any more");
    }

    @Test
    void collectsIntoOneMailThatCanBeTurnedOff() throws Exception {
        kit.confirmed(ADA, ADDRESS);
        kit.keep(ADA, Channel.MAIL, Occasion.SYNC_FINISHED, "One", 5);
        kit.clock.advance(Duration.ofMinutes(4));
        kit.keep(ADA, Channel.MAIL, Occasion.NEEDS_ATTENTION, "Zwölf", 5);
        round.run();
        assertThat(mails()).as("still collecting").isEmpty();

        kit.clock.advance(Duration.ofMinutes(1));
        round.run();
        round.run();

        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().get(0);
        assertThat(mail.getSubject()).isEqualTo("Skyferry: 1 of 2 notices need you");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String off = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");
        assertThat(off).startsWith("https://ferry.example.org/api/skyferry/notices/off?token=");
        assertThat(kept()).allMatch(each -> each.delivery().state() == DeliveryState.SENT);

        assertThat(kit.addresses.turnOff(NoticeKit.token(off))).contains(ADA);
        kit.keep(ADA, Channel.MAIL, Occasion.SYNC_FINISHED, "Three", 0);
        round.run();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void linksOfOneAreWorthNothingElsewhere() {
        kit.confirmed(ADA, ADDRESS);
        kit.confirmed(GRACE, "grace@example.org");
        String off = NoticeKit.token(kit.links.off(ADA, ADDRESS));
        String graces = NoticeKit.token(kit.links.off(GRACE, "grace@example.org"));

        assertThat(kit.links.findOff(graces.substring(0, graces.indexOf('.')) + off.substring(off.indexOf('.'))))
                .isEmpty();
        assertThat(kit.links.findConfirm(off)).isEmpty();
        assertThat(kit.links.findOff(off.substring(0, off.length() - 1) + (off.endsWith("A") ? "B" : "A")))
                .isEmpty();
        for (String junk : List.of("", ".", "a.b", "bm9ib2R5QHg." + "A".repeat(43), "x".repeat(5000))) {
            assertThat(kit.links.findOff(junk)).isEmpty();
            assertThat(kit.links.findConfirm(junk)).isEmpty();
        }
        kit.addresses.give(ADA, "other@example.org");
        assertThat(kit.links.findOff(off))
                .as("of an address that is his no more")
                .isEmpty();
    }

    @Test
    void aConfirmationEndsAfterTwoDaysAndWithTheNextOne() {
        kit.addresses.give(ADA, ADDRESS);
        String first = NoticeKit.token(kit.links.confirm(ADA, ADDRESS).orElseThrow());
        kit.clock.advance(Duration.ofHours(1));
        kit.addresses.askAgain(ADA);
        assertThat(kit.links.findConfirm(first)).isEmpty();
        String second = NoticeKit.token(kit.links.confirm(ADA, ADDRESS).orElseThrow());
        assertThat(kit.links.findConfirm(second)).contains(ADA);
        kit.clock.advance(Duration.ofDays(2));
        assertThat(kit.addresses.confirm(second)).isEmpty();
        assertThat(kit.choices.get(ADA).mailbox()).isEmpty();
    }

    @Test
    void doesNotMailStrangersOverAndOver() {
        for (int i = 0; i < 5; i++) {
            kit.addresses.give(ADA, "stranger" + i + "@example.org");
        }
        assertThatThrownBy(() -> kit.addresses.give(ADA, "stranger9@example.org"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("TOO_MANY_ATTEMPTS");
        for (int i = 0; i < 4; i++) {
            kit.addresses.give(new Owner("pilot" + i, "sandbox"), "stranger0@example.org");
        }
        assertThatThrownBy(() -> kit.addresses.give(GRACE, "Stranger0@example.org"))
                .hasMessageContaining("TOO_MANY_ATTEMPTS");
        kit.clock.advance(Duration.ofDays(1));
        kit.addresses.give(GRACE, "stranger0@example.org");
    }

    @Test
    void aServerThatIsAwayLosesNothing() throws Exception {
        kit.confirmed(ADA, ADDRESS);
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "One", 0);
        int port = server.getSmtp().getPort();
        server.stop();

        round.run();
        assertThat(kept().get(0).delivery().lastError()).contains("The mail server could not be used.");
        assertThat(kept().get(0).delivery().state()).isEqualTo(DeliveryState.WAITING);
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            round.run();
            assertThat(back.getReceivedMessages()).as("not before its time").isEmpty();
            kit.clock.advance(Duration.ofMinutes(3));
            round.run();
            round.run();
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(kept().get(0).delivery().state()).isEqualTo(DeliveryState.SENT);
            assertThat(kept().get(0).delivery().lastError()).isEmpty();
        } finally {
            back.stop();
        }
    }

    @Test
    void givesUpAfterADay() {
        kit.confirmed(ADA, ADDRESS);
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "One", 0);
        MailRound failing = round(mail -> SendOutcome.failed("away"));
        for (int round = 0; round < 150; round++) {
            failing.run();
            kit.clock.advance(Duration.ofMinutes(10));
        }
        assertThat(kept().get(0).delivery().state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(kept().get(0).delivery().attempts()).isBetween(8, 15);
    }

    @Test
    void anAddressThatIsRefusedIsNotTriedAgain() {
        kit.confirmed(ADA, ADDRESS);
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "One", 0);
        round(mail -> SendOutcome.refused("no such address")).run();
        assertThat(kept().get(0).delivery().state()).isEqualTo(DeliveryState.GIVEN_UP);
    }

    /** Dies after the mail server took the mail and before that could be written down. */
    @Test
    void aCrashCausesOneDuplicateUnderTheSameId() throws Exception {
        kit.confirmed(ADA, ADDRESS);
        kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "One", 0);
        Postman real = postman(server.getSmtp().getPort());
        MailRound dying = round(mail -> {
            real.send(mail);
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(dying::run).hasMessage("killed");

        round.run();
        assertThat(mails()).as("the attempt may still be under way").hasSize(1);
        kit.clock.advance(Duration.ofMinutes(2));
        round.run();
        kit.clock.advance(Duration.ofHours(5));
        round.run();

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(0).getMessageID()).isEqualTo(mails().get(1).getMessageID());
    }

    @Test
    void ofSeveralServersOneSends() throws Exception {
        kit.confirmed(ADA, ADDRESS);
        for (int i = 0; i < 20; i++) {
            kit.keep(ADA, Channel.MAIL, Occasion.TASK_LOST, "Flight-" + i, 0);
        }
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<?>> rounds = java.util.stream.IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> servers.submit(() -> {
                        together.countDown();
                        together.await();
                        round.run();
                        return null;
                    }))
                    .toList();
            for (Future<?> each : rounds) {
                each.get();
            }
        } finally {
            servers.shutdownNow();
        }
        assertThat(mails()).hasSize(1);
    }
}
