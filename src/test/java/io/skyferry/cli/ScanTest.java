package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanTest extends CommandTest {
    private static final String DISCOVER = "POST /api/tapis-storage/discover-flights/";
    private static final String CREATE = "POST /api/tapis-storage/create-projects/";
    private static final String SENECA = "{'flight_name':'Seneca','system_id':'ptdatax.project.A',"
            + "'images_path':'Seneca/code/images','image_count':16,'total_bytes':80300000}";

    @Test
    void lists_systems_in_aligned_columns() {
        server.on(
                "GET /api/tapis-storage/systems/",
                "{'success':true,'count':2,'systems':["
                        + "{'id':'ptdatax.project.A','host':'a.example.org','systemType':'LINUX',"
                        + "'description':'Shore','created':'2026-01-02T03:04:05.678Z'},"
                        + "{'id':'p','host':'b','systemType':'S3','description':null,'created':null}]}");
        assertThat(run("systems")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "SYSTEM             HOST           TYPE   CREATED               DESCRIPTION",
                        "ptdatax.project.A  a.example.org  LINUX  2026-01-02 03:04:05Z  Shore",
                        "p                  b              S3");
    }

    @Test
    void lists_flights_with_their_sizes() {
        server.on(DISCOVER, "{'success':true,'flights':[" + SENECA + "],'count':1,'systems_scanned':2,'errors':[]}");
        assertThat(run("scan")).isZero();
        assertThat(server.lastRequest().body()).isEqualTo("{}");
        assertThat(here.out().lines())
                .containsExactly(
                        "FLIGHT  SYSTEM             IMAGES     SIZE",
                        "Seneca  ptdatax.project.A      16  80.3 MB",
                        "",
                        "Systems scanned: 2",
                        "Flights: 1");
    }

    @Test
    void takes_several_systems_after_one_flag_and_repeated() {
        server.on(DISCOVER, "{'success':true,'flights':[],'count':0}");
        assertThat(run("scan", "--systems", "a", "b", "--systems", "c", "--json"))
                .isZero();
        assertThat(parse(server.lastRequest().body())).isEqualTo(json("{'systems':['a','b','c']}"));
    }

    @Test
    void reports_the_systems_that_failed_and_exits_with_1() {
        server.on(
                DISCOVER,
                "{'success':true,'flights':[" + SENECA + "],'errors':['x'],'problems':[{'code':'TAPIS_FORBIDDEN',"
                        + "'system_id':'B','flight_name':'F','error':'Tapis permission denied','detail':'HTTP 403.',"
                        + "'hint':'Ask.'}]}");
        assertThat(run("scan")).isEqualTo(1);
        assertThat(here.err().lines())
                .containsExactly("skyferry: Tapis permission denied: B/F: HTTP 403.", "  Ask. (TAPIS_FORBIDDEN)");
        assertThat(here.out()).contains("Seneca");
    }

    @Test
    void never_prints_an_escape_sequence_from_a_name() {
        server.on(
                DISCOVER,
                "{'success':true,'flights':[{'flight_name':'a\\u001b]0;x\\u0007\u009b\u202eb','system_id':'A'}]}");
        run("scan");
        assertThat(here.out()).contains("a\\u001b]0;x\\u0007\\u009b\\u202eb").doesNotContain("\u001b");
    }

    @Test
    void keeps_escape_sequences_out_of_json_without_changing_it() {
        server.on(DISCOVER, "{'success':true,'flights':[{'flight_name':'a\\u001b\u009b\u202eb'}]}");
        run("scan", "--json");
        assertThat(here.out()).doesNotContain("\u001b", "\u009b", "\u202e");
        assertThat(document().getJsonArray("flights").getJsonObject(0).getString("flight_name"))
                .isEqualTo("a\u001b\u009b\u202eb");
    }

    @Test
    void says_what_was_created() {
        server.on(
                CREATE,
                "{'success':true,'results':{'systems_scanned':2,'flights_discovered':2,'projects_created':1,"
                        + "'projects_existing':1,'errors':[],'created_projects':[{'project_id':5,"
                        + "'project_name':'Seneca (A)','flight_name':'Seneca','system_id':'A','image_count':16}]}}");
        assertThat(run("create", "--systems", "A")).isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'dry_run':false,'auto_discover':true,'systems':['A']}"));
        assertThat(here.out().lines())
                .containsExactly(
                        "Systems scanned: 2",
                        "Flights discovered: 2",
                        "Projects created: 1",
                        "Projects already there: 1",
                        "Errors: 0",
                        "",
                        "Created projects:",
                        "PROJECT  NAME        FLIGHT  SYSTEM  IMAGES",
                        "      5  Seneca (A)  Seneca  A           16");
    }

    @Test
    void says_what_a_dry_run_would_create() {
        server.on(
                CREATE,
                "{'success':true,'results':{'created_projects':[],'errors':[],'dry_run':true,'would_create':"
                        + "[{'project_name':'Seneca (A)','flight_name':'Seneca','system_id':'A','image_count':16}]}}");
        assertThat(run("create", "--dry-run")).isZero();
        assertThat(parse(server.lastRequest().body()).getBoolean("dry_run")).isTrue();
        assertThat(here.out()).contains("Would create:", "Seneca (A)");
    }

    @Test
    void creates_projects_of_named_flights_only() {
        server.on(DISCOVER, "{'success':true,'flights':[" + SENECA + ",{'flight_name':'X','system_id':'B'}]}")
                .on(CREATE, "{'success':true,'results':{}}");
        assertThat(run("create", "--flight", "ptdatax.project.A/Seneca")).isZero();
        assertThat(parse(server.requests().get(0).body())).isEqualTo(json("{'systems':['ptdatax.project.A']}"));
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'dry_run':false,'flights':[{'flight_name':'Seneca',"
                        + "'system_id':'ptdatax.project.A','images_path':'Seneca/code/images','image_count':16}]}"));
    }

    @Test
    void creates_nothing_when_a_named_flight_is_not_there() {
        server.on(DISCOVER, "{'success':true,'flights':[" + SENECA + "]}");
        assertThat(run("create", "--flight", "ptdatax.project.A/Seneca", "ptdatax.project.A/Other"))
                .isEqualTo(5);
        assertThat(server.requests()).hasSize(1);
        assertThat(here.err()).contains("There is no flight ptdatax.project.A/Other.");
    }

    @Test
    void refuses_what_names_no_flight() {
        assertThat(run("create", "--flight", "Seneca")).isEqualTo(2);
        assertThat(run("create", "--flight", "A/Seneca", "--systems", "A")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }
}
