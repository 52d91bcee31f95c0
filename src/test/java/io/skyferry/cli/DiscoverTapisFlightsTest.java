package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class DiscoverTapisFlightsTest extends CommandTest {
    private static final String STATUS = "GET /api/oauth2/tapis/status/";
    private static final String CREATE = "POST /api/tapis-storage/create-projects/";
    private static final String CREATED = "{'success':true,'results':{'systems_scanned':2,'flights_discovered':1,"
            + "'projects_created':1,'projects_existing':0,'errors':[],'created_projects':[{'project_id':5,"
            + "'project_name':'Seneca (A)','flight_name':'Seneca','system_id':'A','image_count':16}]}}";

    private int discover(String... arguments) {
        return DiscoverTapisFlights.run(here.get(), arguments);
    }

    @Test
    void says_client_and_user_and_what_it_created() {
        server.on(STATUS, AccountTest.tokens(true)).on(CREATE, CREATED);
        assertThat(discover("--user", "alice")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "User: alice@portals",
                        "Client: c1 (Portals, tenant portals)",
                        "Token: valid until 2026-05-01 14:00:00Z",
                        "Scanning ...",
                        "Systems scanned: 2",
                        "Flights discovered: 1",
                        "Projects created: 1",
                        "Projects already there: 0",
                        "Errors: 0",
                        "",
                        "Created projects:",
                        "PROJECT  NAME        FLIGHT  SYSTEM  IMAGES",
                        "      5  Seneca (A)  Seneca  A           16");
    }

    @Test
    void passes_on_systems_client_and_dry_run() {
        server.on(STATUS, AccountTest.tokens(true)).on(CREATE, "{'success':true,'results':{}}");
        assertThat(discover("--systems", "A", "B", "--user", "alice", "--dry-run", "--client-id", "c1"))
                .isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'auto_discover':true,'dry_run':true,'client_id':'c1','systems':['A','B']}"));
        assertThat(here.out()).contains("dry run", "Nothing would be created.");
    }

    @Test
    void stops_without_a_token() {
        server.on(STATUS, "{'success':true,'user':'alice','tokens':[]}");
        here.variable("SKYFERRY_TOKEN", "").property("skyferry.data.dir.default", ".");
        assertThat(discover("--user", "alice")).isEqualTo(3);
        assertThat(server.requests()).isEmpty();
        here.variable("SKYFERRY_TOKEN", "t");
        assertThat(discover("--user", "alice", "--client-id", "c1")).isEqualTo(3);
        assertThat(here.err())
                .contains("skyferry: No Tapis token found: The server keeps none for alice with client c1.");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void needs_no_stored_token_when_one_is_given() {
        server.on(STATUS, "{'success':true,'user':'alice','tokens':[]}").on(CREATE, CREATED);
        assertThat(discover("--user", "alice")).isZero();
        assertThat(here.out()).contains("Token: the one given to this command");
    }

    @Test
    void stops_with_an_expired_token() {
        server.on(STATUS, AccountTest.tokens(false));
        assertThat(discover("--user", "alice")).isEqualTo(3);
        assertThat(here.err()).contains("skyferry: Token expired: The token of client c1 expired at 2026-05-01");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void exits_with_1_when_a_system_failed() {
        server.on(STATUS, AccountTest.tokens(true))
                .on(CREATE, CREATED.replace("'errors':[]", "'errors':['System not accessible: B']"));
        assertThat(discover("--user", "alice")).isEqualTo(1);
        assertThat(here.out()).contains("Errors: 1", "Seneca (A)");
        assertThat(here.err()).contains("skyferry: System not accessible: B");
    }

    @Test
    void exits_with_the_code_of_a_failed_scan() {
        server.on(STATUS, AccountTest.tokens(true)).failOn(CREATE, ErrorCode.TAPIS_UNREACHABLE, "No route.");
        assertThat(discover("--user", "alice")).isEqualTo(7);
        assertThat(here.err()).contains("Tapis unreachable");
    }

    @Test
    void prints_one_document() {
        server.on(STATUS, AccountTest.tokens(true)).on(CREATE, CREATED);
        assertThat(discover("--user", "alice", "--json")).isZero();
        assertThat(document()).isEqualTo(json(CREATED));
    }
}
