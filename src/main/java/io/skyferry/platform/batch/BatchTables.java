package io.skyferry.platform.batch;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * What Jakarta Batch has no call for: partitions with their checkpoints, and deleting what is over. Knows Liberty's
 * tables, which are as they are since Open Liberty 18 and carry the prefix that {@code server.xml} gives them. When they
 * change, partitions are not shown, and deleting fails with nothing deleted.
 */
@Stateless
public class BatchTables {
    private static final Logger LOG = Logger.getLogger(BatchTables.class.getName());
    private static final String PARTITIONS = """
            select e.stepname, e.partnum, e.batchstatus, e.exitstatus, e.starttime, e.endtime, e.m_read, e.m_write,
              e.m_commit, e.m_rollback, e.m_filter, e.m_readskip, e.m_processskip, e.m_writeskip, i.checkpointdata
            from jb_stepthreadexecution e
            join jb_jobexecution j on j.jobexecid = e.fk_jobexecid
            left join jb_stepthreadinstance i on i.fk_jobinstanceid = j.fk_jobinstanceid
              and i.stepname = e.stepname and i.partnum = e.partnum
            where e.fk_jobexecid = ? and e.partnum >= 0 order by e.stepname, e.partnum""";
    private static final String EXECUTIONS =
            "(select jobexecid from jb_jobexecution where fk_jobinstanceid in (:instances))";
    /** In the order that their foreign keys ask for. */
    private static final List<String> DELETES = List.of(
            "delete from jb_remotablepartition where fk_jobexecutionid in " + EXECUTIONS,
            "delete from jb_stepthreadinstance where fk_jobinstanceid in (:instances)",
            "delete from jb_stepthreadexecution where partnum >= 0 and fk_jobexecid in " + EXECUTIONS,
            "delete from jb_stepthreadexecution where fk_jobexecid in " + EXECUTIONS,
            "delete from jb_jobparameter where fk_jobexecid in " + EXECUTIONS,
            "delete from jb_groupassociation where fk_jobinstanceid in (:instances)",
            "delete from jb_jobexecution where fk_jobinstanceid in (:instances)",
            "delete from jb_jobinstance where jobinstanceid in (:instances)");

    @Resource(lookup = "jdbc/skyferry")
    private DataSource database;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** The partitions that an execution has begun, by step. */
    public Map<String, List<PartitionState>> listPartitions(long execution) {
        Map<String, List<PartitionState>> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PARTITIONS)) {
            query.setLong(1, execution);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), step -> new ArrayList<>())
                            .add(partition(rows));
                }
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The partitions of job " + execution + " could not be read", e);
        }
        return found;
    }

    private static PartitionState partition(ResultSet row) throws SQLException {
        return new PartitionState(
                row.getInt(2),
                BatchStatus.values()[row.getInt(3)].name(),
                row.getString(4),
                instant(row.getTimestamp(5)),
                instant(row.getTimestamp(6)),
                new StepCounters(
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14)),
                checkpoint(row.getBytes(15)));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** A number or a text; whatever else a reader left is nothing to show. */
    private static String checkpoint(byte[] stored) {
        if (stored == null) {
            return null;
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.lang.Number;java.lang.Long;!*"));
            return in.readObject() instanceof Long number ? number.toString() : null;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return null;
        }
    }

    /** Deletes job instances with all their executions, in the caller's transaction. They must have ended. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void delete(Collection<Long> instances) {
        for (String delete : DELETES) {
            ledger.createNativeQuery(delete)
                    .setParameter("instances", instances)
                    .executeUpdate();
        }
    }
}
