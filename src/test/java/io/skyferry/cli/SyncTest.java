package io.skyferry.cli;

import static io.skyferry.cli.Documents.START;
import static io.skyferry.cli.Documents.image;
import static io.skyferry.cli.Documents.images;
import static io.skyferry.cli.Documents.job;
import static io.skyferry.cli.Documents.projectEntry;
import static io.skyferry.cli.Documents.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class SyncTest extends CommandTest {
    private static final String JOB_4 = "GET /api/skyferry/jobs/4";
    private static final String JOB_5 = "GET /api/skyferry/jobs/5";
    private static final String FAILED = "GET /api/skyferry/projects/7/images?state=FAILED&limit=50";
    private static final String REFUSED = "GET /api/skyferry/projects/7/images?state=REFUSED&limit=50";

    @Test
    void starts_a_sync_and_says_how_to_follow_it() {
        server.on(START, started(7, 4));
        assertThat(run("sync", "7")).isZero();
        assertThat(server.lastRequest().body()).isEqualTo("{\"project_id\":7}");
        assertThat(here.out().lines())
                .containsExactly("Project 7: sync started, job 4", "Follow with 'skyferry wait --job 4'.");
    }

    @Test
    void prints_the_servers_own_document_of_one_sync() {
        server.on(START, started(7, 4));
        assertThat(run("sync", "7", "--json")).isZero();
        assertThat(document()).isEqualTo(json(started(7, 4)));
    }

    @Test
    void waits_for_a_sync_that_already_runs() {
        server.on(START, started(7, 4).replace("'already_running':false", "'already_running':true"))
                .on(JOB_4, job(4, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("sync", "7", "--wait")).isZero();
        assertThat(here.out()).contains("already running, job 4");
    }

    @Test
    void waits_until_the_job_has_ended() {
        server.on(START, started(7, 4))
                .on(JOB_4, job(4, 7, "STARTING", "", 0, 0))
                .on(JOB_4, job(4, 7, "STARTED", "", 4, 0))
                .on(JOB_4, job(4, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("sync", "7", "--wait")).isZero();
        assertThat(here.out()).contains("F7 (sys): COMMITTED, 10 of 10 images, 10.0 MB in 0:20");
        assertThat(here.err()).contains("F7 (sys): COMMITTED  10/10 images  10.0/10.0 MB");
        assertThat(here.pauses()).hasSize(2);
    }

    @Test
    void lists_failed_images_with_code_and_hint_and_exits_with_1() {
        server.on(START, started(7, 4))
                .on(JOB_4, job(4, 7, "COMPLETED", "NEEDS_ATTENTION", 9, 1))
                .on(FAILED, images(null, image("a\\u001b.jpg", "FAILED", "{'code':'TAPIS_ERROR','detail':'HTTP 500'}")))
                .on(REFUSED, images(null, image("b.jpg", "REFUSED", "{'code':'NOT_WHOLE_JPEG','detail':'cut'}")));
        assertThat(run("sync", "7", "--wait")).isEqualTo(1);
        assertThat(here.out())
                .contains("a\\u001b.jpg", "TAPIS_ERROR     HTTP 500", "b.jpg", "NOT_WHOLE_JPEG  cut")
                .contains("  TAPIS_ERROR: " + ErrorCode.TAPIS_ERROR.hint())
                .contains("  NOT_WHOLE_JPEG: " + ErrorCode.NOT_WHOLE_JPEG.hint())
                .contains("skyferry retry 7", "skyferry process-without-failed 7")
                .doesNotContain("\u001b");
    }

    @Test
    void prints_one_document_after_waiting() {
        server.on(START, started(7, 4))
                .on(JOB_4, job(4, 7, "COMPLETED", "NEEDS_ATTENTION", 9, 1))
                .on(FAILED, images(null, image("a.jpg", "FAILED", "{'code':'TAPIS_ERROR','detail':'HTTP 500'}")))
                .on(REFUSED, images(null));
        assertThat(run("sync", "7", "--wait", "--json")).isEqualTo(1);
        assertThat(document().getBoolean("success")).isFalse();
        assertThat(document().getJsonArray("jobs").getJsonObject(0).getString("exit_status"))
                .isEqualTo("NEEDS_ATTENTION");
        assertThat(document().getJsonArray("failed_images").getJsonObject(0).getString("name"))
                .isEqualTo("a.jpg");
        assertThat(document().getJsonArray("failed_images").getJsonObject(0).getInt("project_id"))
                .isEqualTo(7);
    }

    @Test
    void exits_with_1_when_the_job_failed_was_stopped_or_had_too_few_images() {
        server.on(START, started(7, 4))
                .on(JOB_4, job(4, 7, "FAILED", "FAILED:TAPIS_UNREACHABLE", 3, 0))
                .on(JOB_4, job(4, 7, "STOPPED", "STOPPED", 3, 0))
                .on(JOB_4, job(4, 7, "COMPLETED", "TOO_FEW_IMAGES", 1, 0))
                .on(JOB_4, job(4, 7, "COMPLETED", "NOTHING_TO_DO", 10, 0));
        assertThat(run("sync", "7", "--wait")).isEqualTo(1);
        assertThat(run("sync", "7", "--wait")).isEqualTo(1);
        assertThat(run("sync", "7", "--wait")).isEqualTo(1);
        assertThat(run("sync", "7", "--wait")).isZero();
    }

    @Test
    void goes_on_with_the_others_when_one_cant_start() {
        server.on(
                        "GET /api/tapis-storage/flight-projects/?limit=500",
                        "{'success':true,'projects':[" + projectEntry(7, "CREATED", false, 0) + ","
                                + projectEntry(8, "CREATED", false, 0) + "]}")
                .failOn(START, ErrorCode.WEBODM_UNREACHABLE, "Refused.")
                .on(START, started(8, 5))
                .on(JOB_5, job(5, 8, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("sync", "--all", "--wait")).isEqualTo(1);
        assertThat(here.err()).contains("skyferry: WebODM unreachable: Refused.");
        assertThat(here.out()).contains("F8 (sys): COMMITTED");
    }

    @Test
    void puts_several_syncs_into_one_document() {
        server.on(START, started(7, 4)).failOn(START, ErrorCode.PROJECT_NOT_FOUND, "No project 8.");
        assertThat(run("sync", "7", "8", "--json")).isEqualTo(1);
        assertThat(document().getBoolean("success")).isFalse();
        assertThat(document().getJsonArray("syncs").getJsonObject(0)).isEqualTo(json(started(7, 4)));
        assertThat(document().getJsonArray("syncs").getJsonObject(1).getString("code"))
                .isEqualTo("PROJECT_NOT_FOUND");
    }

    @Test
    void stops_at_once_when_the_token_has_expired() {
        server.failOn(START, ErrorCode.TOKEN_EXPIRED, "Refresh failed.");
        assertThat(run("sync", "7", "8")).isEqualTo(3);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shows_a_line_for_each_of_several_and_their_total() {
        server.on(START, started(7, 4))
                .on(START, started(8, 5))
                .on(JOB_4, job(4, 7, "STARTED", "", 2, 0))
                .on(JOB_4, job(4, 7, "COMPLETED", "COMMITTED", 10, 0))
                .on(JOB_5, job(5, 8, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("sync", "7", "8", "--wait")).isZero();
        assertThat(here.err())
                .contains("F7 (sys): STARTED  2/10 images  2.0/10.0 MB")
                .contains("total: 1 of 2 ended  12/20 images  12.0/20.0 MB")
                .contains("total: 2 of 2 ended  20/20 images  20.0/20.0 MB");
    }

    @Test
    void retries_and_processes_without() {
        server.on("POST /api/skyferry/projects/7/retry-failed", started(7, 4))
                .on("POST /api/skyferry/projects/7/process-without-failed", started(7, 5))
                .on(JOB_5, job(5, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("retry", "7")).isZero();
        assertThat(run("process-without-failed", "7", "--wait")).isZero();
        assertThat(here.out()).contains("job 4", "F7 (sys): COMMITTED");
    }

    @Test
    void has_nothing_to_do_without_projects() {
        server.on("GET /api/tapis-storage/flight-projects/?limit=500", "{'success':true,'projects':[],'count':0}");
        assertThat(run("sync", "--all")).isZero();
        assertThat(here.out()).contains("No projects.");
        assertThat(run("sync", "--all", "--wait")).isZero();
    }

    @Test
    void wants_projects_or_all_but_not_both() {
        assertThat(run("sync")).isEqualTo(2);
        assertThat(run("sync", "7", "--all")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }
}
