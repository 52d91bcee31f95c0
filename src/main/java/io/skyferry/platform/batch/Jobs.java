package io.skyferry.platform.batch;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application's door to Jakarta Batch. Liberty lets only users with a batch role use {@code JobOperator}; this bean
 * lends its caller such a user, whose rights end with the call. Job parameters carry ids only, never a secret: they are
 * stored and shown in clear.
 */
@Stateless
@DeclareRoles("batch")
@RunAs("batch")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {
    @EJB
    private JobControl control;

    @Inject
    private JobRecords records;

    /** @return the id of the new execution */
    public long start(String job, Map<String, String> parameters) {
        long execution = control.start(job, parameters);
        records.started(execution, control.instanceOf(execution), job, parameters);
        return execution;
    }

    public Optional<JobExecution> findExecution(long executionId) {
        return control.findExecution(executionId);
    }

    /** For each of a job's instances, newest first, its newest execution. */
    public List<JobExecution> listExecutions(String job, int offset, int limit) {
        return control.listExecutions(job, offset, limit);
    }

    /** The steps that an execution has begun, in order. */
    public List<StepState> listSteps(long executionId) {
        return control.listSteps(executionId);
    }

    /** @return the id of the job instance that the execution belongs to */
    public long instanceOf(long executionId) {
        return control.instanceOf(executionId);
    }

    /**
     * Marks an execution that failed or was stopped, so that nobody restarts it.
     *
     * @throws io.skyferry.platform.failure.Failure CONFLICT while it runs
     */
    public void abandon(long executionId) {
        control.abandon(executionId);
    }

    /** Asks a running execution to stop; nothing happens when it has ended already. */
    public void stop(long executionId) {
        control.stop(executionId);
    }
}
