package io.skyferry.platform.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.batch.operations.JobExecutionIsRunningException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The half of {@link Jobs} that runs under the lent identity: Liberty applies it only behind an EJB call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobControl {
    @EJB
    private BatchTables tables;

    public long start(String job, Map<String, String> parameters) {
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        return operator().start(job, properties);
    }

    public Optional<JobExecution> findExecution(long executionId) {
        try {
            return Optional.of(operator().getJobExecution(executionId));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    public List<JobExecution> listExecutions(String job, int offset, int limit) {
        try {
            return operator().getJobInstances(job, offset, limit).stream()
                    .flatMap(instance -> newest(instance).stream())
                    .toList();
        } catch (NoSuchJobException e) {
            return List.of();
        }
    }

    public List<StepState> listSteps(long executionId) {
        Map<String, List<PartitionState>> partitions = tables.listPartitions(executionId);
        return operator().getStepExecutions(executionId).stream()
                .map(step -> StepState.of(step, partitions.getOrDefault(step.getStepName(), List.of())))
                .toList();
    }

    public long instanceOf(long executionId) {
        return operator().getJobInstance(executionId).getInstanceId();
    }

    public void stop(long executionId) {
        try {
            operator().stop(executionId);
        } catch (JobExecutionNotRunningException e) {
            // it ended by itself meanwhile: nothing left to stop
        }
    }

    public void abandon(long executionId) {
        try {
            operator().abandon(executionId);
        } catch (JobExecutionIsRunningException e) {
            throw new Failure(ErrorCode.CONFLICT, "Job " + executionId + " is still running; stop it first.", e);
        }
    }

    private static Optional<JobExecution> newest(JobInstance instance) {
        return operator().getJobExecutions(instance).stream()
                .max(Comparator.comparingLong(JobExecution::getExecutionId));
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
