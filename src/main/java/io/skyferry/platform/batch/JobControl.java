package io.skyferry.platform.batch;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
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
        return operator().getStepExecutions(executionId).stream()
                .map(StepState::of)
                .toList();
    }

    public void stop(long executionId) {
        try {
            operator().stop(executionId);
        } catch (JobExecutionNotRunningException e) {
            // it ended by itself meanwhile: nothing left to stop
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
