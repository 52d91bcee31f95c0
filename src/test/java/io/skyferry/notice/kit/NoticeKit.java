package io.skyferry.notice.kit;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.access.preference.PreferenceStore;
import io.skyferry.access.preference.Preferences;
import io.skyferry.access.vault.KeyRotation;
import io.skyferry.access.vault.SealedKind;
import io.skyferry.access.vault.SealedRotation;
import io.skyferry.access.vault.Vault;
import io.skyferry.notice.choice.Addresses;
import io.skyferry.notice.choice.ChoiceRow;
import io.skyferry.notice.choice.ChoiceStore;
import io.skyferry.notice.choice.LedgerChoices;
import io.skyferry.notice.choice.MailLinks;
import io.skyferry.notice.choice.Wishes;
import io.skyferry.notice.hook.LedgerWebhooks;
import io.skyferry.notice.hook.WebhookRow;
import io.skyferry.notice.hook.WebhookStore;
import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.CursorRow;
import io.skyferry.notice.ledger.LedgerMails;
import io.skyferry.notice.ledger.LedgerNotices;
import io.skyferry.notice.ledger.MailRow;
import io.skyferry.notice.ledger.MailStore;
import io.skyferry.notice.ledger.NewNotice;
import io.skyferry.notice.ledger.NoticeRow;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.ledger.UnchangedRow;
import io.skyferry.notice.news.News;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The stores of notices over one database, and what is built of them. */
public final class NoticeKit implements AutoCloseable {
    public static final Owner ADA = new Owner("ada", "sandbox");
    public static final Owner GRACE = new Owner("grace", "sandbox");
    public static final URI PUBLIC_URL = URI.create("https://ferry.example.org");

    public final MovingClock clock = new MovingClock();
    public final TestLedger ledger = new TestLedger(
            NoticeRow.class, MailRow.class, CursorRow.class, UnchangedRow.class, ChoiceRow.class, WebhookRow.class);
    public final Vault vault;
    public final NoticeStore notices;
    public final MailStore mails;
    public final ChoiceStore choices;
    public final WebhookStore hooks;
    public final PreferenceStore preferences = new MemoryPreferences();
    public final Wishes wishes;
    public final MailLinks links;
    public final Addresses addresses;
    private final AtomicInteger messages = new AtomicInteger();

    public NoticeKit(Path directory) {
        vault = Vault.unlock(directory.resolve("secret.key"), Set.of(), new SecureRandom());
        notices = ledger.store(NoticeStore.class, manager -> new LedgerNotices(manager, clock));
        mails = ledger.store(MailStore.class, manager -> new LedgerMails(manager, clock));
        choices = ledger.store(ChoiceStore.class, manager -> new LedgerChoices(manager, vault, clock));
        hooks = ledger.store(WebhookStore.class, manager -> new LedgerWebhooks(manager, vault));
        wishes = new Wishes(choices, preferences);
        links = new MailLinks(PUBLIC_URL, choices, clock);
        addresses = new Addresses(choices, mails, links, this::newMessageId, clock);
    }

    public String newMessageId() {
        return "<" + messages.incrementAndGet() + "@ferry.example.org>";
    }

    /** With an address that he has confirmed. */
    public void confirmed(Owner owner, String address) {
        addresses.give(owner, address);
        String link = links.confirm(owner, address).orElseThrow();
        if (addresses.confirm(token(link)).isEmpty()) {
            throw new AssertionError("the link does not work: " + link);
        }
    }

    public static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    public News news(Occasion occasion, String flight) {
        return new News(occasion, clock.instant(), project(flight));
    }

    /** A project's facts; its id is made of the name. */
    public static JsonObject project(String flight) {
        return Json.createObjectBuilder()
                .add("flight_name", flight)
                .add("system_id", "ptdatax.project.A")
                .add("project_id", Math.abs(flight.hashCode()) % 1000)
                .build();
    }

    /** Keeps a notice that may be told after the minutes. */
    public void keep(Owner owner, Channel channel, Occasion occasion, String flight, int minutes) {
        Instant first = clock.instant().plus(Duration.ofMinutes(minutes));
        notices.add(new NewNotice(1, channel, Optional.of(owner), news(occasion, flight), first));
    }

    /** A new sealing key, for all rows of notices. */
    public KeyRotation.Outcome rotate() {
        return SealedRotation.of(
                ledger,
                vault,
                clock,
                List.of(new SealedKind(ChoiceRow.class, "owner"), new SealedKind(WebhookRow.class, "owner")));
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** A secret that never was one. */
    public static Secret hookSecret() {
        return new Secret("whsec_" + "c2t5ZmVycnktdGVzdC1zZWNyZXQtMzItYnl0ZXMhISE=");
    }

    private static final class MemoryPreferences implements PreferenceStore {
        private final Map<Owner, Preferences> kept = new ConcurrentHashMap<>();

        @Override
        public Preferences get(Owner owner) {
            return kept.getOrDefault(owner, Preferences.PRESET);
        }

        @Override
        public Preferences put(Owner owner, Preferences preferences) {
            kept.put(owner, preferences);
            return preferences;
        }

        @Override
        public boolean startDiscovery(Owner owner, Instant now) {
            return false;
        }
    }
}
