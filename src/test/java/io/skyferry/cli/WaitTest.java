package io.skyferry.cli;

import static io.skyferry.cli.Documents.images;
import static io.skyferry.cli.Documents.job;
import static io.skyferry.cli.Documents.project;
import static io.skyferry.cli.Documents.projectEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest extends CommandTest {
    private static final String JOB = "GET /api/skyferry/jobs/4";
    private static final String PROJECT = "GET /api/skyferry/projects/7";

    private void noFailedImagesListed() {
        server.on("GET /api/skyferry/projects/7/images?state=FAILED&limit=50", images(null))
                .on("GET /api/skyferry/projects/7/images?state=REFUSED&limit=50", images(null));
    }

    @Test
    void waits_until_webodm_has_processed() {
        noFailedImagesListed();
        server.on(PROJECT, project(7, "COMMITTED", false, 0))
                .on(PROJECT, project(7, "PROCESSING", false, 0.426))
                .on(PROJECT, project(7, "COMPLETED", false, 1));
        assertThat(run("wait", "--project", "7", "--processed")).isZero();
        assertThat(here.pauses()).hasSize(2);
        assertThat(here.out()).contains("F7 (sys): COMPLETED, 6 of 10 images");
    }

    @Test
    void shows_how_far_webodm_is() {
        noFailedImagesListed();
        server.on(PROJECT, project(7, "PROCESSING", false, 0.426));
        assertThat(run("wait", "--project", "7", "--processed", "--timeout", "0"))
                .isEqualTo(8);
        assertThat(here.err()).contains("F7 (sys): PROCESSING 43%");
    }

    @Test
    void exits_with_1_when_processing_failed_or_needs_somebody() {
        noFailedImagesListed();
        server.on(PROJECT, project(7, "FAILED", false, 0))
                .on(PROJECT, project(7, "CANCELED", false, 0))
                .on(PROJECT, project(7, "NEEDS_ATTENTION", false, 0));
        assertThat(run("wait", "--project", "7", "--processed")).isEqualTo(1);
        assertThat(run("wait", "--project", "7", "--processed")).isEqualTo(1);
        assertThat(run("wait", "--project", "7", "--processed")).isEqualTo(1);
    }

    @Test
    void does_not_take_an_old_result_for_the_end_of_a_running_sync() {
        noFailedImagesListed();
        server.on(PROJECT, project(7, "NEEDS_ATTENTION", true, 0)).on(PROJECT, project(7, "COMMITTED", false, 0));
        assertThat(run("wait", "--project", "7")).isZero();
        assertThat(here.pauses()).hasSize(1);
    }

    @Test
    void waits_for_all_projects() {
        noFailedImagesListed();
        server.on(
                        "GET /api/tapis-storage/flight-projects/?limit=500",
                        "{'success':true,'projects':[" + projectEntry(7, "SYNCING", false, 0) + "]}")
                .on(PROJECT, project(7, "SYNCING", true, 0))
                .on(PROJECT, project(7, "COMMITTED", false, 0));
        assertThat(run("wait", "--all", "--json")).isZero();
        assertThat(document().getJsonArray("projects").getJsonObject(0).getInt("id"))
                .isEqualTo(7);
    }

    @Test
    void asks_more_seldom_with_time() {
        for (int i = 0; i < 7; i++) {
            server.on(JOB, job(4, 7, "STARTED", "", i, 0));
        }
        server.on(JOB, job(4, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("wait", "--job", "4")).isZero();
        assertThat(here.pauses())
                .startsWith(Duration.ofMillis(500), Duration.ofMillis(750), Duration.ofMillis(1125))
                .endsWith(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void gives_up_when_the_time_is_over() {
        server.on(JOB, job(4, 7, "STARTED", "", 3, 0));
        assertThat(run("wait", "--job", "4", "--timeout", "1m30s")).isEqualTo(8);
        assertThat(here.pauses().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(90));
        assertThat(here.err()).contains("skyferry: Timed out: 0 of 1 ended in time.", "(TIMED_OUT)");
    }

    @Test
    void says_in_the_document_that_the_time_is_over() {
        server.on(JOB, job(4, 7, "STARTED", "", 3, 0));
        assertThat(run("wait", "--job", "4", "--timeout", "5", "--json")).isEqualTo(8);
        assertThat(document().getBoolean("success")).isFalse();
        assertThat(document().getString("code")).isEqualTo("TIMED_OUT");
        assertThat(document().getJsonArray("jobs")).hasSize(1);
    }

    @Test
    void bears_with_a_server_that_is_away_for_a_moment() {
        server.on(JOB, job(4, 7, "STARTED", "", 3, 0))
                .failOn(JOB, ErrorCode.DATABASE_UNAVAILABLE, "Restarting.")
                .on(JOB, 503, "starting")
                .on(JOB, job(4, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("wait", "--job", "4")).isZero();
        assertThat(here.err()).contains("asking on for a minute: Restarting.");
    }

    @Test
    void gives_up_on_a_server_that_stays_away() {
        server.on(JOB, job(4, 7, "STARTED", "", 3, 0)).on(JOB, 503, "down");
        assertThat(run("wait", "--job", "4")).isEqualTo(7);
        assertThat(here.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
    }

    @Test
    void does_not_wait_for_what_is_not_there() {
        server.failOn(JOB, ErrorCode.JOB_NOT_FOUND, "No job 4.");
        assertThat(run("wait", "--job", "4")).isEqualTo(5);
        assertThat(here.pauses()).isEmpty();
    }

    @Test
    void ends_when_interrupted_while_waiting() {
        server.on(JOB, job(4, 7, "STARTED", "", 3, 0));
        here.duringPause(Thread.currentThread()::interrupt);
        assertThat(run("wait", "--job", "4")).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void wants_one_kind_of_target() {
        assertThat(run("wait")).isEqualTo(2);
        assertThat(run("wait", "--job", "1", "--all")).isEqualTo(2);
        assertThat(run("wait", "--job", "1", "--processed")).isEqualTo(2);
        assertThat(run("wait", "--job", "1", "--timeout", "soon")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void takes_several_jobs_after_one_flag() {
        server.on(JOB, job(4, 7, "COMPLETED", "COMMITTED", 10, 0))
                .on("GET /api/skyferry/jobs/5", job(5, 8, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("wait", "--job", "4", "5")).isZero();
        assertThat(here.out()).contains("F7 (sys)", "F8 (sys)");
    }
}
