package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class BackgroundTest extends CommandTest {
    private static final String START = "POST /api/skyferry/jobs";
    private static final String JOB = "GET /api/skyferry/jobs/9";
    private static final String STARTED = "{'success':true,'job_id':9,'already_running':false}";
    private static final String CREATED = "{'systems_scanned':1,'flights_discovered':3,'projects_created':1,"
            + "'projects_existing':1,'projects_deferred':1,'dry_run':false,'errors':[],'problems':[],"
            + "'created_projects':[{'project_id':5,'project_name':'Seneca (A)','flight_name':'Seneca',"
            + "'system_id':'A','image_count':16}]}";

    private static String job(String status, String exit, String result) {
        return "{'success':true,'job':{'job_id':9,'job_name':'discover-flights','status':'" + status
                + "','exit_status':'" + exit + "','result':" + result + ",'error':null}}";
    }

    @Test
    void starts_a_discovery_and_says_how_to_follow_it() {
        server.on(START, 202, STARTED);
        assertThat(run("discover", "--systems", "A", "--dry-run")).isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'name':'discover-flights','parameters':{'dry_run':true,'systems':['A']}}"));
        assertThat(here.out().lines()).containsExactly("Job 9 started.", "Follow with 'skyferry wait --job 9'.");
    }

    @Test
    void waits_for_what_was_created() {
        server.on(START, 202, STARTED).on(JOB, job("STARTED", "", "null")).on(JOB, job("COMPLETED", "DONE", CREATED));
        assertThat(run("discover", "--wait")).isZero();
        assertThat(here.out())
                .contains("Projects created: 1", "Seneca (A)", "Left to a later discovery, by your preferences: 1");
    }

    @Test
    void exits_with_1_when_a_system_failed() {
        server.on(START, 202, STARTED)
                .on(
                        JOB,
                        job(
                                "COMPLETED",
                                "DONE_WITH_ERRORS",
                                CREATED.replace("'errors':[]", "'errors':['System not accessible: B']")));
        assertThat(run("discover", "--wait")).isEqualTo(1);
        assertThat(here.err()).contains("System not accessible: B");
    }

    @Test
    void counts_how_all_syncs_ended() {
        server.on(START, 202, STARTED)
                .on(JOB, job("COMPLETED", "DONE", "{'projects':3,'started':2,'up_to_date':1,'errors':[],'syncs':[]}"));
        assertThat(run("sync-all", "--wait")).isZero();
        assertThat(parse(server.requests().get(0).body()))
                .isEqualTo(json("{'name':'sync-all-flights','parameters':{}}"));
        assertThat(here.out()).contains("Projects: 3", "Started: 2", "Up to date: 1");
    }

    @Test
    void starts_any_job_with_parameters() {
        server.on(START, 202, STARTED);
        assertThat(run("start", "download_flight_images", "project_id=7", "reprocess=true", "user=ada", "systems=A,B"))
                .isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'name':'download_flight_images','parameters':"
                        + "{'project_id':7,'reprocess':true,'user':'ada','systems':['A','B']}}"));
        assertThat(run("start", "purge", "nonsense")).isEqualTo(2);
    }

    @Test
    void tells_why_a_job_failed() {
        server.on(START, 202, STARTED)
                .on(
                        JOB,
                        job("FAILED", "FAILED:TOKEN_EXPIRED", "null")
                                .replace("'error':null", "'error':{'code':'TOKEN_EXPIRED','detail':'Over.'}"));
        assertThat(run("discover", "--wait")).isEqualTo(1);
        assertThat(here.out()).contains("Job 9: FAILED:TOKEN_EXPIRED");
        assertThat(here.err()).contains("Over.");
    }

    @Test
    void shows_schedules_to_operators() {
        server.on(
                "GET /api/skyferry/schedules",
                "{'success':true,'schedules':[{'name':'purge','schedule':'03:30','next_at':'2026-05-02T03:31:00Z',"
                        + "'last_runs':[{'job_id':4,'started_at':'2026-05-01T03:30:12Z','error':null}]},"
                        + "{'name':'periodic-sync','schedule':'off','next_at':null,'last_runs':[]}],'count':2}");
        assertThat(run("schedules")).isZero();
        assertThat(here.out()).contains("NAME", "purge", "03:30", "2026-05-02 03:31:00Z", "periodic-sync  off");
    }

    @Test
    void is_refused_like_the_server_says() {
        server.failOn(START, ErrorCode.FORBIDDEN, "This needs the role operator.");
        assertThat(run("start", "purge")).isEqualTo(4);
    }
}
