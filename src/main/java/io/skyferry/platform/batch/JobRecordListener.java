package io.skyferry.platform.batch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Has an execution recorded that the application did not start itself, as after a restart with Liberty's own tools. Each
 * job names it as the last of its listeners, so that it is called at the end when the others have had their say.
 */
@Named("jobRecord")
@Dependent
public class JobRecordListener implements JobListener {
    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @EJB
    private Jobs jobs;

    @Override
    public void beforeJob() {
        records.started(job.getExecutionId(), job.getInstanceId(), job.getJobName(), parameters());
    }

    private Map<String, String> parameters() {
        Properties given = jobs.findExecution(job.getExecutionId())
                .map(execution -> execution.getJobParameters())
                .orElseGet(Properties::new);
        return given.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, given::getProperty));
    }

    @Override
    public void afterJob() {
        records.ending(job.getExecutionId());
    }
}
