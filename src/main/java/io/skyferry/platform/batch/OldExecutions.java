package io.skyferry.platform.batch;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.upkeep.Purge;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Ended jobs that are older than the installation keeps them. Neither Jakarta Batch nor Liberty offers an application to
 * forget executions, so their rows are deleted in Liberty's tables (26.0.0.5), children first.
 */
@ApplicationScoped
public class OldExecutions implements Purge {
    private static final int MOST_AT_ONCE = 200;
    private static final String EXECUTIONS = "select jobexecid from jb_jobexecution where fk_jobinstanceid = ?";
    private static final List<String> DELETES = List.of(
            "delete from jb_remotablepartition where fk_jobexecutionid in (" + EXECUTIONS + ")",
            "delete from jb_stepthreadinstance where fk_jobinstanceid = ?",
            "delete from jb_stepthreadexecution where fk_toplvl_stepexecid is not null and fk_jobexecid in ("
                    + EXECUTIONS + ")",
            "delete from jb_stepthreadexecution where fk_jobexecid in (" + EXECUTIONS + ")",
            "delete from jb_jobparameter where fk_jobexecid in (" + EXECUTIONS + ")",
            "delete from jb_jobexecution where fk_jobinstanceid = ?",
            "delete from jb_groupassociation where fk_jobinstanceid = ?",
            "delete from jb_jobinstance where jobinstanceid = ?");

    @Resource(lookup = "jdbc/skyferry")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private OldExecutions each;

    @Override
    public String what() {
        return "job executions";
    }

    @Override
    public int purge() {
        Timestamp before = Timestamp.from(
                clock.instant().minus(Duration.ofDays(settings.schedule().jobDays())));
        int purged = 0;
        List<Long> old;
        do {
            old = each.list(before);
            old.forEach(each::delete);
            purged += old.size();
        } while (old.size() == MOST_AT_ONCE);
        return purged;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<Long> list(Timestamp before) {
        String ended = "select jobinstanceid from jb_jobinstance where batchstatus in (3, 4, 5, 6)"
                + " and coalesce(updatetime, createtime) < ? order by jobinstanceid fetch first " + MOST_AT_ONCE
                + " rows only";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ended)) {
            query.setTimestamp(1, before);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("Liberty's batch tables are not as expected", e);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void delete(long instance) {
        try (Connection connection = database.getConnection()) {
            for (String delete : DELETES) {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setLong(1, instance);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Liberty's batch tables are not as expected", e);
        }
    }
}
