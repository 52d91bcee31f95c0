package io.skyferry.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.acting.LedgerActing;
import io.skyferry.access.audit.AuditEntry;
import io.skyferry.access.audit.AuditTrail;
import io.skyferry.access.browser.BrowserSession;
import io.skyferry.access.browser.SessionStore;
import io.skyferry.access.browser.SignInState;
import io.skyferry.access.browser.SignInStates;
import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.ClientStore;
import io.skyferry.access.preference.PreferenceStore;
import io.skyferry.access.preference.Preferences;
import io.skyferry.access.terminal.TerminalLogins;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.inside.InsideServer;
import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What access keeps, in the real database. */
@ExtendWith({InsideServer.class, ArquillianExtension.class})
class StoresInsideIT {
    private static final int RACERS = 12;

    @Inject
    private SessionStore sessions;

    @Inject
    private SignInStates states;

    @Inject
    private ClientStore clients;

    @Inject
    private AuditTrail audit;

    @Inject
    private PreferenceStore preferences;

    @Inject
    private TokenStore tokens;

    @Inject
    private TerminalLogins logins;

    @Inject
    private LedgerActing acting;

    @Resource(lookup = "jdbc/skyferry")
    private DataSource database;

    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final Owner owner = new Owner("u" + unique, "sandbox");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Deployment
    static WebArchive deliveredApplication() throws Exception {
        File assertJ = new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ShrinkWrap.create(ZipImporter.class, "inside.war")
                .importFrom(new File("target/skyferry.war"))
                .as(WebArchive.class)
                .addClass(InsideServer.class)
                .addAsLibrary(assertJ);
    }

    private BrowserSession session(String id, Instant seen, Instant end) {
        return new BrowserSession(id + unique, owner, now, seen, end);
    }

    @Test
    void sessionsAreFoundTouchedEndedAndPurged() {
        Instant later = now.plus(Duration.ofHours(1));
        sessions.put(session("a", now, later));
        sessions.put(session("b", now, later));
        sessions.touch("a" + unique, now.plusSeconds(5));

        assertThat(sessions.find("a" + unique)).hasValue(session("a", now.plusSeconds(5), later));
        sessions.delete("a" + unique);
        assertThat(sessions.find("a" + unique)).isEmpty();
        assertThat(sessions.deleteAll(owner)).isEqualTo(1);

        Instant old = now.minus(Duration.ofDays(9));
        sessions.put(session("ended", now, old));
        sessions.put(session("unused", old, later));
        sessions.put(session("alive", now, later));
        assertThat(sessions.purge(now.minus(Duration.ofDays(8)), now.minus(Duration.ofDays(8))))
                .isEqualTo(2);
        assertThat(sessions.find("alive" + unique)).isPresent();
    }

    @Test
    void aStateIsTakenOnceHoweverManyCome() throws Exception {
        SignInState state = new SignInState("s" + unique, "b", "c", "/", true, now.plusSeconds(600));
        states.put(state);

        List<Optional<SignInState>> taken = atOnce(() -> states.take("s" + unique));

        assertThat(taken.stream().flatMap(Optional::stream)).containsExactly(state);
        states.put(new SignInState("old" + unique, "b", "c", "/", false, now.minus(Duration.ofDays(9))));
        assertThat(states.purge(now.minus(Duration.ofDays(8)))).isEqualTo(1);
    }

    @Test
    void aClientIsAddedOnceAndItsKeySealed() throws Exception {
        ClientEntry client = new ClientEntry(
                "c" + unique,
                "Name",
                "",
                "dev",
                URI.create("https://dev.example"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("https://ferry.example/callback")),
                true,
                new Secret("key-" + unique));

        assertThat(atOnce(() -> InsertRace.run(() -> clients.add(client)))).containsOnlyOnce(true);

        ClientEntry found = clients.find(client.clientId()).orElseThrow();
        assertThat(found).hasToString(client.toString());
        assertThat(found.key().reveal()).isEqualTo("key-" + unique);
        clients.replace(client.deactivated());
        assertThat(clients.find(client.clientId()).orElseThrow().active()).isFalse();
        assertThat(clients.list()).extracting(ClientEntry::clientId).contains(client.clientId());
        assertThat(column("select client_key from oauth_client where client_id = ?", client.clientId()))
                .doesNotContain("key-" + unique);
        clients.replace(client.deactivated());
    }

    @Test
    void eventsAreReadInOrderAndPurged() {
        AuditEvent event = new AuditEvent(Optional.of(owner), "POST /inside", "1", "192.0.2.1", "OK");
        audit.add(event);
        audit.add(new AuditEvent(Optional.of(owner), "DELETE /inside", "2", "192.0.2.1", "FORBIDDEN"));

        List<AuditEntry> found = audit.list(0, 10, owner.toString(), null);

        assertThat(found).extracting(AuditEntry::subject).containsExactly("1", "2");
        assertThat(audit.list(found.get(0).id(), 10, owner.toString(), null)).hasSize(1);
        assertThat(audit.list(0, 10, owner.toString(), "DELETE")).hasSize(1);
        assertThat(audit.purge(now.minus(Duration.ofDays(1)))).isZero();
        assertThat(audit.purge(Instant.now().plusSeconds(5))).isGreaterThanOrEqualTo(2);
        assertThat(audit.list(0, 10, owner.toString(), null)).isEmpty();
    }

    @Test
    void tokensAreReplacedByWhoeverIsFirst() throws Exception {
        TokenKey key = TokenKey.of(owner, "c");
        atOnce(() -> InsertRace.run(() -> tokens.put(key, "sandbox", issued("rush"))));
        StoredToken first = tokens.put(key, "sandbox", issued("first"));
        Instant signedIn = tokens.list(owner).get(0).signedInAt();

        List<Optional<StoredToken>> replaced = atOnce(() -> tokens.replace(first, issued("renewed")));

        assertThat(replaced.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(tokens.list(owner).get(0).signedInAt())
                .as("a renewal is no sign-in")
                .isEqualTo(signedIn);
        assertThat(column("select access_token from oauth_token where owner = ?", owner.toString()))
                .doesNotContain("renewed", "first");
        tokens.signedIn(key);
        assertThat(tokens.list(owner).get(0).signedInAt()).isAfter(signedIn);
        assertThat(tokens.delete(key)).isTrue();
        assertThat(tokens.delete(key)).isFalse();
    }

    @Test
    void aTerminalsLoginIsFoundUntilItEnds() throws Exception {
        TokenKey key = TokenKey.of(owner, "c");
        Secret first = logins.open(key);
        Secret second = logins.open(key);

        assertThat(logins.use(first)).hasValue(key);
        assertThat(logins.use(new Secret("made-up"))).isEmpty();
        logins.close(first);
        assertThat(logins.use(first)).isEmpty();
        assertThat(logins.closeAll(owner)).isEqualTo(1);
        assertThat(logins.use(second)).isEmpty();

        Secret third = logins.open(key);
        change(
                "update terminal_login set expires_at = timestamp with time zone '2020-01-01 00:00:00+00' where owner = ?");
        assertThat(logins.use(third)).as("over").isEmpty();
        assertThat(logins.purge()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void choicesAndPreferencesAreKept() throws Exception {
        acting.put(owner, WebOdmAuth.SERVICE);
        acting.put(owner, WebOdmAuth.LINKED);
        assertThat(acting.find(owner)).hasValue(WebOdmAuth.LINKED);
        acting.delete(owner);
        assertThat(acting.find(owner)).isEmpty();

        assertThat(atOnce(() -> InsertRace.run(() -> preferences.startDiscovery(owner, now))))
                .as("of many servers one starts a discovery")
                .containsOnlyOnce(true);
        Preferences kept = preferences.get(owner);
        preferences.put(owner, kept);
        assertThat(preferences.get(owner)).isEqualTo(kept);
    }

    private IssuedTokens issued(String text) {
        return new IssuedTokens(
                new Secret(text + unique),
                now.plusSeconds(60),
                Optional.of(new Secret("refresh-" + text)),
                Optional.of(now.plusSeconds(600)),
                now);
    }

    private String column(String query, String parameter) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private void change(String update) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, owner.toString());
            statement.executeUpdate();
        }
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(RACERS, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
