package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class AccountTest extends CommandTest {
    private static final String SIGN_IN = "POST /api/skyferry/sign-in";
    private static final String STATUS = "GET /api/oauth2/tapis/status/";
    private static final String ACCOUNT = "/api/skyferry/webodm-account";
    private static final String SIGNED_IN =
            "{'success':true,'user':'alice@portals','client_id':'c1'," + "'expires_at':'2026-05-01T14:00:00Z'}";

    static String tokens(boolean valid) {
        return "{'success':true,'user':'alice@portals','tokens':[{'client_id':'c1','client_name':'Portals',"
                + "'tenant_id':'portals','is_valid':" + valid + ",'expires_at':'2026-05-01T14:00:00Z','scope':''}]}";
    }

    @Test
    void signs_in_with_a_password_from_standard_input() {
        server.on(SIGN_IN, SIGNED_IN);
        here.input("pass word\nrest");
        assertThat(run("sign-in", "--user", "alice", "--client-id", "c1", "--password-stdin"))
                .isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'username':'alice','password':'pass word','client_id':'c1'}"));
        assertThat(here.out())
                .isEqualToIgnoringNewLines("Signed in as alice@portals with client c1; the token is valid until "
                        + "2026-05-01 14:00:00Z.");
        assertThat(here.out() + here.err()).doesNotContain("pass word");
    }

    @Test
    void sends_no_other_identity_with_a_sign_in() {
        server.on(SIGN_IN, SIGNED_IN);
        here.typing("secret");
        assertThat(run("sign-in", "--user", "alice")).isZero();
        assertThat(server.lastRequest().authorization()).isEmpty();
        assertThat(parse(server.lastRequest().body()).getString("password")).isEqualTo("secret");
    }

    @Test
    void needs_a_user_and_a_password() {
        assertThat(run("sign-in", "--password-stdin")).isEqualTo(2);
        assertThat(run("sign-in", "--user", "alice", "--password-stdin")).isEqualTo(2);
        assertThat(run("sign-in", "--user", "alice")).isEqualTo(2);
        assertThat(here.err()).contains("Give --user NAME.", "The password is empty.", "no terminal");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void reports_a_refused_sign_in() {
        server.failOn(SIGN_IN, ErrorCode.SIGN_IN_REFUSED, "Tapis says no.");
        here.input("x");
        assertThat(run("sign-in", "--user", "alice", "--password-stdin")).isEqualTo(3);
        assertThat(here.err()).contains("Sign-in refused");
    }

    @Test
    void shows_the_tokens_that_the_server_keeps() {
        server.on(STATUS, tokens(true)).on(STATUS, tokens(false)).on(STATUS, "{'success':true,'tokens':[]}");
        assertThat(run("status")).isZero();
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("status")).isEqualTo(3);
        assertThat(here.out())
                .contains("c1      Portals  portals  valid  2026-05-01 14:00:00Z", "expired", "No Tapis token found");
    }

    @Test
    void links_shows_and_removes_the_webodm_account() {
        String account = "{'success':true,'username':'alice'}";
        server.on("PUT " + ACCOUNT, account)
                .on("GET " + ACCOUNT + "?check=true", account)
                .on("DELETE " + ACCOUNT, "{'success':true}");
        here.input("odm-secret");
        assertThat(run("link-webodm", "--username", "alice", "--password-stdin"))
                .isZero();
        assertThat(parse(server.lastRequest().body())).isEqualTo(json("{'username':'alice','password':'odm-secret'}"));
        assertThat(run("link-webodm", "--show")).isZero();
        assertThat(run("link-webodm", "--remove")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "Linked WebODM account: alice",
                        "Linked WebODM account: alice",
                        "No WebODM account is linked now.");
    }

    @Test
    void shows_and_chooses_the_way_of_acting_in_webodm() {
        String way = "'success':true,'linked':false,'acting':'service','acts_as':'ferry',"
                + "'available':['signing-key','service']";
        server.on("PUT " + ACCOUNT, "{" + way + "}")
                .on(
                        "GET " + ACCOUNT + "?check=true",
                        "{" + way
                                + ",'check':{'works':false,'code':'WEBODM_USER_UNKNOWN','detail':'WebODM has no user.',"
                                + "'hint':'Ask for one.'}}");
        assertThat(run("link-webodm", "--acting", "service")).isZero();
        assertThat(parse(server.lastRequest().body())).isEqualTo(json("{'acting':'service'}"));
        assertThat(run("link-webodm", "--show")).isZero();
        assertThat(here.out().lines())
                .containsExactly(
                        "Way of acting: service, as ferry; available: signing-key, service",
                        "No WebODM account is linked.",
                        "Way of acting: service, as ferry; available: signing-key, service",
                        "WebODM has no user. Ask for one.");
    }
}
