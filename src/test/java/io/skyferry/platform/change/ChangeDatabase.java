package io.skyferry.platform.change;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** The real schema, and the feed over it with transactions in the test's hand. */
public final class ChangeDatabase implements AutoCloseable {
    private final EntityManagerFactory ledger;

    private ChangeDatabase(String url, String user, String password, Class<?>... more) {
        Flyway.configure().dataSource(url, user, password).load().migrate();
        ledger = new HibernatePersistenceConfiguration("changes")
                .managedClasses(ChangeRow.class, FeedRow.class)
                .managedClasses(more)
                .jdbcUrl(url)
                .jdbcCredentials(user, password)
                .jdbcPoolSize(20)
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }

    /** @param more entities beside the feed's */
    public static ChangeDatabase inMemory(Class<?>... more) {
        return at(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
                "sa",
                "",
                more);
    }

    static ChangeDatabase at(String url, String user, String password, Class<?>... more) {
        return new ChangeDatabase(url, user, password, more);
    }

    /** A transaction that goes on until it is committed; otherwise it is rolled back. */
    public Open open(Clock clock) {
        EntityManager manager = ledger.createEntityManager();
        manager.getTransaction().begin();
        return new Open(manager, new Changes(manager, clock));
    }

    public <T> T inTransaction(Clock clock, Function<Changes, T> work) {
        try (Open open = open(clock)) {
            T result = work.apply(open.changes());
            open.commit();
            return result;
        }
    }

    @Override
    public void close() {
        ledger.close();
    }

    public record Open(EntityManager manager, Changes changes) implements AutoCloseable {
        public void flush() {
            manager.flush();
        }

        public void commit() {
            manager.getTransaction().commit();
        }

        @Override
        public void close() {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }
}
