package io.skyferry.platform.database;

import io.skyferry.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.SchemaValidationException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else of the application runs, then holds the entities against it. Other
 * start-up beans name it in {@code @DependsOn}. The tables of Liberty's batch and timers are there first, hence the
 * baseline.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/skyferry")
    private DataSource database;

    @PersistenceUnit(unitName = "ledger")
    private EntityManagerFactory ledger;

    @Inject
    private Settings settings;

    @PostConstruct
    void migrate() {
        LOG.info(() -> "Skyferry starts as " + settings.server().nodeName() + " for Tapis "
                + settings.tapis().baseUrl() + " and WebODM "
                + settings.webOdm().baseUrl());
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .table("skyferry_schema")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        validate();
    }

    private void validate() {
        try {
            ledger.getSchemaManager().validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException("the database's schema does not fit this version of Skyferry", e);
        }
    }
}
