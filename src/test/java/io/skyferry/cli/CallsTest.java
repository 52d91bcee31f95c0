package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are one request: what is asked, what is sent, what is printed. */
class CallsTest extends CommandTest {
    private static final String CLIENT = "{'success':true,'client':{'client_id':'c','name':'C','tenant_id':'t',"
            + "'base_url':'https://t','is_active':true,'source':'ledger'}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flight 3                     | GET /api/skyferry/flights/3
            plan 3                       | GET /api/skyferry/flights/3/plan
            plan-images 3 --plan NEW     | GET /api/skyferry/flights/3/images?plan=NEW&limit=1000
            positions 3                  | GET /api/skyferry/flights/3/positions
            flights --limit 5 --after x= | GET /api/skyferry/flights?limit=5&after=x%3D
            projects --state FAILED --owner * | GET /api/skyferry/projects?state=FAILED&owner=*&limit=500
            syncs 7 --limit 2            | GET /api/skyferry/projects/7/syncs?limit=2
            duplicates 7                 | GET /api/skyferry/projects/7/duplicates
            verify 7 --show              | GET /api/skyferry/projects/7/verify
            jobs --state FAILED STOPPED --project 7 | GET /api/skyferry/jobs?state=FAILED&state=STOPPED&project=7
            summary                      | GET /api/skyferry/summary
            runs --flights 3             | GET /api/skyferry/runs-grid?flights=3
            purge 4                      | DELETE /api/skyferry/jobs/4
            hosts                        | GET /api/skyferry/hosts
            bandwidth                    | GET /api/skyferry/hosts
            audit --who a@t --order=-id  | GET /api/skyferry/audit?who=a%40t&order=-id
            clients                      | GET /api/skyferry/oauth-clients
            clients show a/b             | GET /api/skyferry/oauth-clients/a%2Fb
            clients deactivate c         | DELETE /api/skyferry/oauth-clients/c
            me                           | GET /api/skyferry/me
            preferences                  | GET /api/tapis-preferences/
            notices                      | GET /api/skyferry/notices
            notices deliveries --before 9 | GET /api/skyferry/notices/deliveries?before=9
            notices installation         | GET /api/skyferry/notices/deliveries/installation
            webhook                      | GET /api/skyferry/notices
            webhook remove               | DELETE /api/skyferry/notices/webhook
            api GET /api/skyferry/me?a=b | GET /api/skyferry/me?a=b
            """)
    void asks(String command, String request) {
        server.on(request, "{'success':true}");
        assertThat(run((command + " --json").split(" "))).as(here.err()).isZero();
        assertThat(server.requests()).hasSize(1);
        assertThat(document().getBoolean("success")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop 4              | POST /api/skyferry/jobs/4/stop          | {}
            stop-sync 7         | POST /api/skyferry/projects/7/stop      | {}
            abandon 4           | POST /api/skyferry/jobs/4/abandon       | {}
            purge-old --older-than 30 | POST /api/skyferry/jobs/purge     | {"older_than_days":30}
            refresh c           | POST /api/oauth2/tapis/refresh/c/       | {}
            revoke c            | POST /api/oauth2/tapis/revoke/c/        | {}
            bandwidth set --total 10M --upload off | PUT /api/skyferry/hosts | {"bandwidth":{"total":"10M","upload":"off"}}
            bandwidth set --reset | PUT /api/skyferry/hosts               | {"bandwidth":{"reset":true}}
            notices change --mail false --occasions task_lost sync_finished | POST /api/skyferry/notices | {"mail_on":false,"occasions":["task_lost","sync_finished"]}
            notices change --address '' --digest-minutes 0 | POST /api/skyferry/notices | {"address":"","digest_minutes":0}
            notices confirm     | POST /api/skyferry/notices/confirmation | {}
            webhook set https://h/x | PUT /api/skyferry/notices/webhook   | {"url":"https://h/x"}
            webhook test        | POST /api/skyferry/notices/webhook/test | {}
            preferences change --auto-discover false --max-projects 7 --systems A B | POST /api/tapis-preferences/ | {"auto_discover_on_login":false,"max_projects_per_discovery":7,"preferred_systems":["A","B"]}
            preferences change --systems '' | POST /api/tapis-preferences/ | {"preferred_systems":[]}
            clients change c --active false | PUT /api/skyferry/oauth-clients/c | {"is_active":false}
            clients register Lab --client-id l | POST /api/skyferry/oauth-clients/register | {"name":"Lab","client_id":"l"}
            verify 7 --full     | POST /api/skyferry/projects/7/verify    | {"full":true}
            positions 3 --all   | POST /api/skyferry/flights/3/positions  | {"all":true}
            sync 7 --reprocess --json | POST /api/skyferry/projects/7/syncs | {"reprocess":true}
            restart 4 --retry-refused | POST /api/skyferry/jobs/4/restart | {"retry_refused":true}
            api PUT /api/x --body {"a":[1]} | PUT /api/x                  | {"a":[1]}
            """)
    void sends(String command, String request, String body) {
        server.on(request, "{'success':true}");
        String[] words = command.replace("''", "").concat(" ").split(" ", -1);
        List<String> all = List.of(words).subList(0, words.length - 1);
        assertThat(run(all.toArray(String[]::new))).as(here.err()).isZero();
        assertThat(parse(server.lastRequest().body())).isEqualTo(parse(body));
    }

    @Test
    void fetches_all_flights_of_a_filter() {
        String asked = "GET /api/skyferry/flights?q=sea&system=A&state=none&has_project=false"
                + "&changed_since=2026-05-01T00%3A00%3A00Z&sort=-bytes&limit=500";
        server.on(asked, "{'success':true,'count':1,'total':null,'next':'n=','flights':[" + flight(3, "null") + "]}")
                .on(
                        asked + "&after=n%3D",
                        "{'success':true,'count':1,'total':null,'next':null,'flights':["
                                + flight(4, "{'id':7,'state':'FAILED'}") + "]}");
        assertThat(run(
                        "flights",
                        "--search=sea",
                        "--system=A",
                        "--state=none",
                        "--has-project=false",
                        "--changed-since=2026-05-01T00:00:00Z",
                        "--sort=-bytes"))
                .isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "ID  FLIGHT  SYSTEM  IMAGES    SIZE  SEEN                  PROJECT  STATE",
                        " 3  Sea     A           18  2.1 MB  2026-05-01 10:00:00Z",
                        " 4  Sea     A           18  2.1 MB  2026-05-01 10:00:00Z        7  FAILED");
    }

    private static String flight(long id, String project) {
        return "{'id':" + id + ",'name':'Sea','system_id':'A','image_count':18,'bytes':2119547,'gone':false,"
                + "'last_seen':'2026-05-01T10:00:00.5Z','project':" + project + "}";
    }

    @Test
    void previews_a_sync() {
        server.on(
                "GET /api/skyferry/flights/3/plan",
                "{'success':true,'flight':{'id':3,'name':'Sea','system_id':'A'},'project':{'id':7,'state':'COMMITTED'},"
                        + "'plan':{'new':{'images':2,'bytes':300000},'gone':{'images':0,'bytes':0},"
                        + "'to_move':{'images':2,'bytes':300000},'estimated_seconds':64,"
                        + "'rate':{'measured':true},'warnings':[{'code':'FEW_IMAGES','text':'Only one.','images':['a']}]}}");
        assertThat(run("plan", "3")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "Flight:  3 Sea on A",
                        "Project: 7",
                        "New:     2 images, 0.3 MB",
                        "To move: 2 images, 0.3 MB",
                        "Takes:   about 1:04, as the last syncs went",
                        "FEW_IMAGES: Only one. a");
    }

    @Test
    void says_what_comes_after_a_page() {
        server.on(
                "GET /api/skyferry/audit?limit=1",
                "{'success':true,'count':1,'next':8,'events':[{'id':8,'at':'2026-05-01T10:00:00Z','who':'a@t',"
                        + "'what':'sign_in','outcome':'ok'}]}");
        assertThat(run("audit", "--limit", "1")).isZero();
        assertThat(here.out()).contains(" 8  2026-05-01 10:00:00Z  a@t  sign_in", "More: --after 8");
    }

    @Test
    void never_has_a_secret_on_the_command_line() {
        server.on("POST /api/skyferry/oauth-clients", 201, CLIENT);
        here.input("s3cret\n");
        assertThat(run("clients", "add", "c", "--tenant", "t", "--base-url", "https://t", "--key"))
                .isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'client_id':'c','tenant_id':'t','client_key':'s3cret','base_url':'https://t'}"));
        assertThat(here.out()).contains("Kept in: ledger").doesNotContain("s3cret");
        assertThat(run("clients", "add", "c", "--tenant", "t", "--key", "s3cret"))
                .isEqualTo(2);
        assertThat(run("clients", "add", "c", "--tenant", "t")).isEqualTo(2);
    }

    @Test
    void shows_the_secret_of_a_web_hook_once() {
        server.on(
                "PUT /api/skyferry/notices/webhook",
                "{'success':true,'webhook':{'url':'https://h/x'},'secret':'whsec_1'}");
        assertThat(run("webhook", "set", "https://h/x")).isZero();
        assertThat(here.out()).contains("whsec_1");
    }

    @Test
    void finds_what_differs() {
        String verify = "GET /api/skyferry/projects/7/verify";
        server.on("POST /api/skyferry/projects/7/verify", "{'success':true,'verification':{'state':'RUNNING'}}")
                .on(verify, "{'success':true,'verification':{'state':'RUNNING','differences':1}}")
                .on(
                        verify,
                        "{'success':true,'verification':{'state':'DONE','images':18,'checked':18,'differences':1,"
                                + "'findings':[{'name':'a.jpg','difference':'SIZE','expected':'2','found':'1'}]}}");
        assertThat(run("verify", "7", "--wait")).isEqualTo(1);
        assertThat(here.out()).contains("Checked:     18 of 18", "a.jpg  SIZE        2         1");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void waits_for_positions_no_longer_than_it_may() {
        server.on(
                "GET /api/skyferry/flights/3/positions",
                "{'success':true,'positions':{'state':'READING','read':1,'of':18}}");
        assertThat(run("positions", "3", "--wait", "--timeout", "10s")).isEqualTo(8);
    }

    @Test
    void prints_a_log_as_it_is() {
        server.on("GET /api/skyferry/jobs/4/log?tail=2", 200, "one\n[2Jtwo\n")
                .on("GET /api/skyferry/jobs/4/log?download", 200, "all\n")
                .failOn("GET /api/skyferry/jobs/5/log", ErrorCode.NOT_FOUND, "This server has no log of job 5.");
        assertThat(run("log", "4", "--tail", "2")).isZero();
        assertThat(here.out().lines()).containsExactly("one", "[2Jtwo");
        assertThat(run("log", "4", "--whole", "--json")).isZero();
        assertThat(here.out()).contains("{\"success\":true,\"job_id\":4,\"log\":\"all\\n\"}");
        assertThat(run("log", "5")).isEqualTo(5);
    }

    @Test
    void follows_a_restarted_job() {
        server.on("POST /api/skyferry/jobs/4/restart", "{'success':true,'job_id':9}")
                .on("GET /api/skyferry/jobs/9", Documents.job(9, 7, "COMPLETED", "COMMITTED", 10, 0));
        assertThat(run("restart", "4", "--wait")).isZero();
        assertThat(here.out()).contains("Job 9: COMMITTED");
    }

    @Test
    void refuses_what_a_command_does_not_take() {
        assertThat(run("flight", "x")).isEqualTo(2);
        assertThat(run("flights", "--no-such")).isEqualTo(2);
        assertThat(run("notices", "change", "--mail", "perhaps")).isEqualTo(2);
        assertThat(run("api", "GET", "https://elsewhere/api/")).isEqualTo(2);
        assertThat(run("api", "POST", "/api/x", "--body", "[]")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }
}
