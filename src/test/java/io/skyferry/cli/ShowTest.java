package io.skyferry.cli;

import static io.skyferry.cli.Documents.image;
import static io.skyferry.cli.Documents.images;
import static io.skyferry.cli.Documents.job;
import static io.skyferry.cli.Documents.project;
import static io.skyferry.cli.Documents.projectEntry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowTest extends CommandTest {
    private static final String PROJECTS = "GET /api/skyferry/projects?limit=500";
    private static final String IMAGES = "GET /api/skyferry/projects/7/images?limit=1000";

    @Test
    void lists_projects() {
        server.on(PROJECTS, "{'success':true,'count':1,'projects':[" + projectEntry(7, "SYNCING", true, 0) + "]}");
        assertThat(run("projects")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "ID  FLIGHT  SYSTEM  STATE    IMAGES  FAILED         SIZE",
                        " 7  F7      sys     SYNCING    6/10       1  6.0/10.0 MB");
    }

    @Test
    void says_what_to_do_when_there_is_no_project() {
        server.on(PROJECTS, "{'success':true,'count':0,'projects':[]}");
        assertThat(run("projects")).isZero();
        assertThat(here.out()).contains("skyferry create");
    }

    @Test
    void shows_a_project() {
        server.on("GET /api/skyferry/projects/7", project(7, "SYNCING", true, 0.5));
        assertThat(run("project", "7")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "Project:   7 F7 (sys)",
                        "State:     SYNCING",
                        "Flight:    F7 on sys",
                        "Images:    6 of 10 delivered, 1 failed, 0 refused, 2 gone",
                        "Size:      6.0/10.0 MB",
                        "Sync:      running, job 4",
                        "Task:      abc",
                        "WebODM:    RUNNING",
                        "Processed: 50%",
                        "Page:      http://webodm/p");
    }

    @Test
    void lists_images_of_all_pages() {
        server.on(IMAGES, images("a&b.jpg", image("a&b.jpg", "DELIVERED", "null")))
                .on(IMAGES + "&after=a%26b.jpg", images(null, image("c.jpg", "DELIVERED", "null")));
        assertThat(run("images", "7", "--json")).isZero();
        assertThat(document().getInt("count")).isEqualTo(2);
        assertThat(document().getJsonArray("images").getJsonObject(1).getString("name"))
                .isEqualTo("c.jpg");
        assertThat(document().isNull("next")).isTrue();
    }

    @Test
    void lists_one_page_on_request() {
        server.on(
                "GET /api/skyferry/projects/7/images?state=FAILED&limit=1&after=x",
                images("y", image("y", "FAILED", "{'code':'TAPIS_ERROR','detail':'HTTP 500'}")));
        assertThat(run("images", "7", "--state", "FAILED", "--limit", "1", "--after", "x"))
                .isZero();
        assertThat(here.out()).contains("TAPIS_ERROR", "More: --after y");
    }

    @Test
    void knows_the_states_of_images() {
        assertThat(run("images", "7", "--state", "BROKEN")).isEqualTo(2);
        assertThat(here.err()).contains("LISTED, DELIVERED, FAILED, REFUSED, GONE");
    }

    @Test
    void lists_jobs() {
        String entry = job(4, 7, "COMPLETED", "COMMITTED", 10, 0).replace("{'success':true,'job':", "");
        server.on(
                "GET /api/skyferry/jobs?limit=5",
                "{'success':true,'count':1,'jobs':[" + entry.substring(0, entry.length() - 1) + "]}");
        assertThat(run("jobs", "--limit", "5")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "JOB  NAME         STATUS     RESULT     STARTED               TOOK  PROJECT  FLIGHT  OWNER",
                        "  4  sync-flight  COMPLETED  COMMITTED  2026-05-01 10:00:00Z  0:20        7  F7"
                                + "      alice@portals");
    }

    @Test
    void shows_a_job_with_its_steps() {
        server.on("GET /api/skyferry/jobs/4", job(4, 7, "STARTED", "", 4, 1));
        assertThat(run("job", "4")).isZero();
        assertThat(here.out())
                .contains("Status:  STARTED", "Images:  4 of 10 delivered, 1 failed, 0 refused")
                .contains("plan  COMPLETED  COMPLETED  2026-05-01 10:00:00Z  0:02")
                .doesNotContain("Ended");
    }

    @Test
    void stops_a_job() {
        server.on("POST /api/skyferry/jobs/4/stop", "{'success':true,'message':'Stopping job 4.'}");
        assertThat(run("stop", "4")).isZero();
        assertThat(here.out()).isEqualToIgnoringNewLines("Stopping job 4.");
    }
}
