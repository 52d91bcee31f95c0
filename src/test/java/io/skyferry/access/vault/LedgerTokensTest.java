package io.skyferry.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.webodm.LinkedAccounts.LinkedAccount;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault's tables on both databases, made by the real migrations. */
class LedgerTokensTest {

    @Nested
    class OnH2 extends Cases {
        @Override
        DataSource database() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
            return h2;
        }
    }

    @Nested
    class OnPostgres extends Cases {
        private static EmbeddedPostgres postgres;

        @BeforeAll
        static void startPostgres() throws Exception {
            postgres = EmbeddedPostgres.start();
        }

        @AfterAll
        static void stopPostgres() throws Exception {
            postgres.close();
        }

        @Override
        DataSource database() throws Exception {
            String name = "test" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("create database " + name);
            }
            return postgres.getDatabase("postgres", name);
        }
    }

    abstract static class Cases {
        private static final TokenKey KEY = TokenKey.of(AccessKit.ADA, "client");
        private static final TokenKey OTHER = TokenKey.of(new Owner("grace", "sandbox"), "client");

        @TempDir
        private Path directory;

        private final MovingClock clock = new MovingClock();
        private DataSource database;
        private EntityManagerFactory ledger;
        private Vault vault;

        abstract DataSource database() throws Exception;

        @BeforeEach
        void open() throws Exception {
            database = database();
            Flyway.configure().dataSource(database).load().migrate();
            ledger = new HibernatePersistenceConfiguration("ledger")
                    .managedClasses(TokenRow.class, AccountRow.class, TokenKey.class, ClientRow.class)
                    .property("jakarta.persistence.nonJtaDataSource", database)
                    .property("hibernate.jdbc.time_zone", "UTC")
                    .createEntityManagerFactory();
            vault = Vault.unlock(directory.resolve("key"), Set.of(), new SecureRandom());
        }

        @AfterEach
        void close() {
            ledger.close();
        }

        private <T> T tokens(Function<LedgerTokens, T> work) {
            return inTransaction(manager -> work.apply(new LedgerTokens(manager, vault, clock)));
        }

        private <T> T inTransaction(Function<EntityManager, T> work) {
            return ledger.callInTransaction(work::apply);
        }

        private static IssuedTokens issued(String text) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            return new IssuedTokens(
                    new Secret(text + "-access"),
                    now.plus(Duration.ofHours(4)),
                    Optional.of(new Secret(text + "-refresh")),
                    Optional.of(now.plus(Duration.ofDays(365))),
                    now);
        }

        private Optional<StoredToken> find(TokenKey key) {
            return tokens(store -> store.find(key));
        }

        private List<TokenStanding> list(Owner owner) {
            return tokens(store -> store.list(owner));
        }

        private StoredToken put(TokenKey key, String tenant, IssuedTokens issued) {
            return tokens(store -> store.put(key, tenant, issued));
        }

        private Optional<StoredToken> replace(StoredToken seen, IssuedTokens issued) {
            return tokens(store -> store.replace(seen, issued));
        }

        private boolean delete(TokenKey key) {
            return tokens(store -> store.delete(key));
        }

        private void sql(String statement) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement sql = connection.createStatement()) {
                assertThat(sql.executeUpdate(statement)).isPositive();
            }
        }

        @Test
        void keepsWhatWasPut() throws Exception {
            ledger.getSchemaManager().validate();
            IssuedTokens first = issued("first");
            put(KEY, "sandbox", first);
            StoredToken found = find(KEY).orElseThrow();
            assertThat(found.tokens().accessToken().reveal()).isEqualTo("first-access");
            assertThat(found.tokens().refreshToken().orElseThrow().reveal()).isEqualTo("first-refresh");
            assertThat(found.tokens().accessExpiry()).isEqualTo(first.accessExpiry());
            assertThat(found.tokens().issuedAt()).isEqualTo(first.issuedAt());
            assertThat(list(AccessKit.ADA))
                    .singleElement()
                    .satisfies(standing -> assertThat(standing.tenant()).isEqualTo("sandbox"));
            assertThat(list(new Owner("grace", "sandbox"))).isEmpty();
        }

        @Test
        void replacesOnlyWhatWasSeen() {
            StoredToken first = put(KEY, "sandbox", issued("first"));
            StoredToken second = replace(first, issued("second")).orElseThrow();
            assertThat(replace(first, issued("late"))).isEmpty();
            assertThat(find(KEY).orElseThrow().version()).isEqualTo(second.version());
            assertThat(delete(KEY)).isTrue();
            assertThat(replace(second, issued("late"))).isEmpty();
            clock.advance(Duration.ofMillis(1));
            StoredToken again = put(KEY, "sandbox", issued("again"));
            assertThat(again.version()).isGreaterThan(first.version());
            assertThat(delete(KEY)).isTrue();
            assertThat(delete(KEY)).isFalse();
        }

        @Test
        void storesNoSecretInClearAndNoTwoAlike() throws Exception {
            put(KEY, "sandbox", issued("same"));
            put(OTHER, "sandbox", issued("same"));
            inTransaction(manager -> {
                new LedgerAccounts(manager, vault, clock)
                        .put(AccessKit.ADA, new LinkedAccount("ada", new Secret("same-password")));
                return null;
            });
            List<?> values = inTransaction(manager -> manager.createNativeQuery(
                            "select access_token from oauth_token union all select refresh_token from oauth_token"
                                    + " union all select password from webodm_account",
                            String.class)
                    .getResultList());
            assertThat(values).hasSize(5).doesNotHaveDuplicates();
            assertThat(values.toString()).doesNotContain("same");
        }

        @Test
        void refusesAChangedRow() throws Exception {
            put(KEY, "sandbox", issued("first"));
            sql("update oauth_token set access_token = concat('AAAA', substring(access_token, 5))");
            assertThatThrownBy(() -> find(KEY)).hasStackTraceContaining(Failure.class.getName());
            assertThat(list(AccessKit.ADA)).hasSize(1);
            put(KEY, "sandbox", issued("second"));
            assertThat(find(KEY)).isPresent();
        }

        @Test
        void refusesAnotherOwnersRow() throws Exception {
            put(KEY, "sandbox", issued("ada"));
            sql("update oauth_token set owner = '" + OTHER.owner() + "'");
            assertThatThrownBy(() -> find(OTHER)).hasStackTraceContaining("changed outside Skyferry");
        }

        @Test
        void refusesSwappedColumns() throws Exception {
            put(KEY, "sandbox", issued("ada"));
            sql("update oauth_token set access_token = refresh_token");
            assertThatThrownBy(() -> find(KEY)).hasStackTraceContaining("changed outside Skyferry");
        }

        @Test
        void keepsAccountsAndNamesTheKeysInUse() throws Exception {
            assertThat(keyIds()).isEmpty();
            accounts(accounts -> {
                accounts.put(AccessKit.ADA, new LinkedAccount("ada-w", new Secret("first")));
                accounts.put(AccessKit.ADA, new LinkedAccount("ada-w", new Secret("second")));
                return null;
            });
            LinkedAccount found = findAccount().orElseThrow();
            assertThat(found.password().reveal()).isEqualTo("second");
            assertThat(keyIds()).containsExactly(vault.keyId());
            sql("update webodm_account set username = 'grace-w'");
            assertThat(findUsername()).hasValue("grace-w");
            assertThatThrownBy(() -> findAccount()).hasStackTraceContaining("changed outside Skyferry");
            assertThat(deleteAccount()).isTrue();
            assertThat(findAccount()).isEmpty();
        }

        private <T> T accounts(Function<LedgerAccounts, T> work) {
            return inTransaction(manager -> work.apply(new LedgerAccounts(manager, vault, clock)));
        }

        private Optional<LinkedAccount> findAccount() {
            return accounts(accounts -> accounts.find(AccessKit.ADA));
        }

        private Optional<String> findUsername() {
            return accounts(accounts -> accounts.findUsername(AccessKit.ADA));
        }

        private boolean deleteAccount() {
            return accounts(accounts -> accounts.delete(AccessKit.ADA));
        }

        private Set<String> keyIds() {
            return inTransaction(manager -> new SealedRows(manager, () -> vault).listKeyIds());
        }
    }
}
