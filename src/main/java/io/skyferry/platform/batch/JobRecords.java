package io.skyferry.platform.batch;

import java.util.Map;

/** Is told of every job execution. Must not fail the work that it records; the same execution may be told of twice. */
public interface JobRecords {

    void started(long execution, long instance, String job, Map<String, String> parameters);

    /** The job's own work is done; its final status is in the batch tables in a moment. */
    void ending(long execution);
}
