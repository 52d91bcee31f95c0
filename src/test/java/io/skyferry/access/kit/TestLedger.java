package io.skyferry.access.kit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.stat.Statistics;

/** The real schema in memory, and stores over it whose every call is a transaction of its own, as in the server. */
public final class TestLedger implements AutoCloseable {
    private final JdbcDataSource database = new JdbcDataSource();
    private final EntityManagerFactory ledger;

    public TestLedger(Class<?>... entities) {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        ledger = new HibernatePersistenceConfiguration("ledger")
                .managedClasses(entities)
                .property("jakarta.persistence.nonJtaDataSource", database)
                .property("hibernate.jdbc.time_zone", "UTC")
                .property("hibernate.generate_statistics", true)
                .createEntityManagerFactory();
        try {
            ledger.getSchemaManager().validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T inTransaction(Function<EntityManager, T> work) {
        return ledger.callInTransaction(work::apply);
    }

    /** @param made the store for one transaction */
    public <S> S store(Class<S> type, Function<EntityManager, S> made) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> inTransaction(manager -> {
                    try {
                        // The store's interface may be its package's own.
                        method.setAccessible(true);
                        return method.invoke(made.apply(manager), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    /** Everything that a table holds, as a dump would show it. */
    public String dump(String table) {
        return inTransaction(manager -> {
            List<?> rows = manager.createNativeQuery("select * from " + table, Object[].class)
                    .getResultList();
            return Arrays.deepToString(rows.toArray());
        });
    }

    /** Rows of entities that were added, changed or deleted since the beginning. */
    public long rowsWritten() {
        Statistics counts = ledger.unwrap(SessionFactory.class).getStatistics();
        return counts.getEntityInsertCount() + counts.getEntityUpdateCount() + counts.getEntityDeleteCount();
    }

    @Override
    public void close() {
        if (ledger.isOpen()) {
            ledger.close();
        }
    }
}
