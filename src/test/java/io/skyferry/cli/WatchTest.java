package io.skyferry.cli;

import static io.skyferry.cli.Documents.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that would not go on where it was gets the same events for ever: hence the limit. */
@Timeout(60)
class WatchTest extends CommandTest {
    private static final String EVENTS = "GET /api/skyferry/events";
    private static final String READY = "event: ready\nid: 5\ndata: {'last_event_id':5}\n\n";

    private static String event(long id, String kind, String more) {
        return "event: " + kind + "\nid: " + id + "\nretry: 2000\ndata: {'id':" + id + ",'kind':'" + kind
                + "','at':'2026-05-01T10:00:00.1Z'," + more + "}\n\n";
    }

    private static String progress(long id, int delivered) {
        return event(
                id,
                "sync_progress",
                "'job_id':4,'flight_name':'F','system_id':'sys','state':'SYNCING','images':{'listed':"
                        + (10 - delivered)
                        + ",'delivered':" + delivered + ",'failed':0,'refused':0,'bytes_total':10000000,"
                        + "'bytes_delivered':" + delivered + "000000}");
    }

    private static String ended(long id, long job) {
        return event(id, "sync_ended", "'job_id':" + job + ",'flight_name':'F','system_id':'sys','state':'COMMITTED'");
    }

    @Test
    void prints_what_happens_and_goes_on_after_the_last_event() {
        server.on(EVENTS, READY + ": alive\n\n" + progress(6, 2) + event(7, "needs_attention", "'flight_name':'F"))
                .on(
                        EVENTS + "?last_event_id=7",
                        READY.replace("5", "7")
                                + event(
                                        8,
                                        "needs_attention",
                                        "'flight_name':'F','system_id':'sys','state':'NEEDS_ATTENTION',"
                                                + "'error_code':'IMAGES_MISSING','error_detail':'1 failed.'"))
                .failOn(EVENTS + "?last_event_id=8", ErrorCode.TOKEN_EXPIRED, "Over.");
        assertThat(run("watch")).isEqualTo(3);
        assertThat(here.out().lines())
                .startsWith("2026-05-01 10:00:00Z  sync_progress  F (sys)  SYNCING  2 of 10 images, 2.0/10.0 MB  job 4")
                .endsWith(
                        "2026-05-01 10:00:00Z  needs_attention  F (sys)  NEEDS_ATTENTION  1 failed. (IMAGES_MISSING)");
    }

    @Test
    void ends_with_the_job() {
        server.on(EVENTS, READY + progress(6, 2) + ended(7, 99) + ended(8, 4) + ended(9, 4))
                .on("GET /api/skyferry/jobs/4", job(4, 7, "STARTED", "", 4, 0))
                .on("GET /api/skyferry/jobs/4", job(4, 7, "COMPLETED", "NEEDS_ATTENTION", 9, 1));
        assertThat(run("watch", "--job", "4", "--no-progress")).isEqualTo(1);
        assertThat(here.out().lines())
                .containsExactly(
                        "2026-05-01 10:00:00Z  sync_ended  F (sys)  COMMITTED  job 4", "F7 (sys): NEEDS_ATTENTION");
    }

    @Test
    void prints_a_document_on_each_line() {
        server.on(EVENTS + "?project=7&scope=all&last_event_id=3", ended(6, 4) + progress(7, 3) + ended(8, 4))
                .failOn(EVENTS + "?project=7&scope=all&last_event_id=8", ErrorCode.FORBIDDEN, "Not you.");
        assertThat(run("watch", "--project=7", "--everybody", "--since=3", "--kind", "sync_ended", "--json"))
                .isEqualTo(4);
        assertThat(here.out().lines().map(CommandTest::parse))
                .hasSize(3)
                .extracting(document -> document.getInt("id", 0))
                .containsExactly(6, 8, 0);
    }

    @Test
    void says_when_the_server_has_forgotten() {
        server.on(EVENTS + "?last_event_id=3", "event: reset\nid: 50\ndata: {'last_event_id':50}\n\n")
                .failOn(EVENTS + "?last_event_id=50", ErrorCode.NOT_SIGNED_IN, "No.");
        assertThat(run("watch", "--since", "3")).isEqualTo(3);
        assertThat(here.err()).contains("forgotten");
    }

    @Test
    void gives_up_on_a_server_that_stays_away_for_a_minute() {
        server.failOn(EVENTS, ErrorCode.DATABASE_UNAVAILABLE, "Away.");
        assertThat(run("watch")).isEqualTo(7);
        assertThat(here.pauses()).hasSize(30);
        assertThat(here.err()).containsOnlyOnce("trying for a minute");
    }

    @Test
    void ends_in_time() {
        server.on(EVENTS, READY).on("GET /api/skyferry/jobs/4", job(4, 7, "STARTED", "", 4, 0));
        server.on(EVENTS + "?last_event_id=5", READY);
        assertThat(run("watch", "--timeout", "1s")).isZero();
        assertThat(run("watch", "--job", "4", "--timeout", "1s")).isEqualTo(8);
    }
}
