package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemsTest {
    @TempDir
    static Path directory;

    private static TapisFixture fixture;

    @BeforeAll
    static void start() throws IOException {
        fixture = new TapisFixture(directory);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void listsOnlyOwnedSystemsUnlessAsked() {
        assertThat(ids("ada", "")).containsExactly("ada.own", "keyless");
        assertThat(ids("ada", "?listType=all"))
                .containsExactly("ptdatax.project.A-1", "ptdatax.project.B-2", "ada.own", "open.data", "keyless");
        assertThat(ids("grace", "?listType=ALL")).containsExactly("ptdatax.project.B-2", "open.data");
        assertThat(ids("ada", "?listType=SHARED_PUBLIC")).containsExactly("open.data");
        assertThat(fixture.get("ada", "/v3/systems?listType=SHARED_DIRECT").statusCode())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id.like.ptdatax.project.*|ptdatax.project.A-1 ptdatax.project.B-2",
                "id.like.ptdatax.project.!-1|ptdatax.project.A-1",
                "id.like.PTDATAX*|''",
                "id.nlike.*a*|keyless",
                "(id.like.ptdatax.*)~(host.eq.h2)|ptdatax.project.B-2",
                "(port.gt.100)|ptdatax.project.B-2",
                "port.between.1000,3000|ptdatax.project.B-2",
                "id.in.ada.own,keyless|ada.own keyless",
                "enabled.eq.false|open.data",
                "tags.contains.y|ptdatax.project.A-1",
                "(system_type.eq.LINUX)~(default_authn_method.eq.PKI_KEYS)~(id.eq.keyless)|keyless",
                "description.like.50%*it_a*|ptdatax.project.B-2",
                "created.gte.2026-02-01|ada.own"
            })
    void searchesByItsGrammar(String search, String expected) {
        HttpResponse<String> answer = fixture.get("ada", "/v3/systems?listType=ALL&search=" + encoded(search));

        assertThat(String.join(" ", ids(TapisFixture.json(answer)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search=id",
                "search=id.is.x",
                "search=id.eq.x~(host.eq.h1)",
                "limit=x",
                "limit=-2",
                "skip=-1",
                "orderBy=id(up)",
                "startAfter=a",
                "startAfter=a&orderBy=id&skip=1"
            })
    void answersBadSyntaxWithBareText(String query) {
        HttpResponse<String> answer = fixture.get("ada", "/v3/systems?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).matches("[A-Z_]+ .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.eq.1", "notes.like.x"})
    void failsOnAnUnknownAttribute(String search) {
        assertThat(fixture.get("ada", "/v3/systems?search=" + search).statusCode())
                .isEqualTo(500);
    }

    @Test
    void pagesAndOrdersOnlyWhenAsked() {
        String all = "?listType=ALL&orderBy=";
        assertThat(ids("ada", all + "id(desc)&limit=2")).containsExactly("ptdatax.project.B-2", "ptdatax.project.A-1");
        assertThat(ids("ada", all + "host,id&skip=1&limit=2")).hasSize(2);
        assertThat(ids("ada", all + "id&startAfter=keyless&limit=1")).containsExactly("open.data");
        assertThat(ids("ada", "?listType=ALL&limit=0")).isEmpty();
        assertThat(ids("ada", "?listType=ALL&limit=-1")).hasSize(5);
        JsonObject metadata = fixture.json("ada", "/v3/systems?listType=ALL&limit=1&computeTotal=true")
                .getJsonObject("metadata");
        assertThat(metadata.getInt("totalCount")).isEqualTo(5);
        assertThat(metadata.getInt("recordCount")).isEqualTo(1);
        assertThat(metadata.get("orderBy")).isEqualTo(JsonValue.NULL);
        assertThat(fixture.json("ada", "/v3/systems").getJsonObject("metadata").getInt("totalCount"))
                .isEqualTo(-1);
    }

    @Test
    void showsASummaryUnlessMoreIsSelected() {
        JsonObject summary = first("/v3/systems");
        JsonObject some = first("/v3/systems?select=host,notes");
        JsonObject all = first("/v3/systems?select=allAttributes");

        assertThat(summary.keySet()).contains("systemType", "parentId").doesNotContain("description", "notes");
        assertThat(some.keySet()).containsExactlyInAnyOrder("id", "host", "notes");
        assertThat(all.keySet()).contains("description", "uuid", "sharedWithUsers", "isPublic");
        assertThat(all.get("batchScheduler")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void tellsAnAbsentSystemFromAForbiddenOne() {
        assertThat(fixture.json("ada", "/v3/systems/ada.own")
                        .getJsonObject("result")
                        .getString("rootDir"))
                .isEqualTo("/projects/ada.own");
        assertThat(fixture.get("ada", "/v3/systems/none").statusCode()).isEqualTo(404);
        assertThat(fixture.get("ada", "/v3/systems/secret").statusCode()).isEqualTo(403);
    }

    @Test
    void searchesByParameters() {
        assertThat(ids(fixture.json("ada", "/v3/systems/search?listType=ALL&id.like=ptdatax.*&host=h2&limit=9")))
                .containsExactly("ptdatax.project.B-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id LIKE 'ptdatax.project.%' AND (host = 'h1' OR port > 3000)|ptdatax.project.A-1",
                "NOT id LIKE '%.%'|keyless",
                "id NOT IN ('keyless', 'ada.own') AND enabled <> 'false' AND port BETWEEN 1 AND 100"
                        + "|ptdatax.project.A-1"
            })
    void searchesByAClause(String clause, String expected) {
        HttpResponse<String> answer =
                fixture.postJson("ada", "/v3/systems/search?listType=ALL", "{\"search\": [\"" + clause + "\"]}");

        assertThat(ids(TapisFixture.json(answer))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"search\": [\"id LIKE\"]}",
                "{\"search\": [\"id ~ 'x'\"]}",
                "{\"search\": [\"(id = 'x'\"]}"
            })
    void refusesABadClause(String body) {
        assertThat(fixture.postJson("ada", "/v3/systems/search", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersHealthWithoutToken() {
        assertThat(fixture.json(null, "/v3/systems/healthcheck").getString("status"))
                .isEqualTo("success");
        assertThat(fixture.json(null, "/v3/systems/readycheck").getString("status"))
                .isEqualTo("success");
    }

    private JsonObject first(String path) {
        return fixture.json("ada", path).getJsonArray("result").getJsonObject(0);
    }

    private List<String> ids(String user, String query) {
        return ids(fixture.json(user, "/v3/systems" + query));
    }

    private static List<String> ids(JsonObject answer) {
        return answer.getJsonArray("result").getValuesAs(JsonObject.class).stream()
                .map(system -> system.getString("id"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
