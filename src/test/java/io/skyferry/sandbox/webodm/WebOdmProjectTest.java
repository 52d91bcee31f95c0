package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects: tags, search, sharing, ownership, deletion. */
class WebOdmProjectTest extends WebOdmFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"survey\", \"two words\"]|survey two words",
                "\"abc\"|a b c",
                "[\"dup\", \"dup\", \"Dup\", \"ünï\"]|dup dup Dup ünï",
                "[]|",
            })
    void takesTagsApart(String tags, String stored) {
        String created = alice.createProject("{\"name\": \"t\", \"tags\": " + tags + "}");

        List<String> expected = stored == null ? List.of() : List.of(stored.split(" "));
        assertThat(alice.getObject(created).getJsonArray("tags").getValuesAs(JsonString::getString))
                .isEqualTo(expected);
    }

    @Test
    void breaksOnTagsThatAreNumbers() {
        HttpResponse<byte[]> answer = alice.json("POST", "/api/projects/", "{\"name\": \"t\", \"tags\": [1]}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(SandboxClient.text(answer)).startsWith("<!DOCTYPE html>");
        assertThat(search("t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#survey, true",
        "#.tapis-0123abcd, true",
        "#ptdatax.project.PTDATAX-284, true",
        "#PTDATAX.PROJECT.ptdatax-284, true",
        ":survey, true",
        "#PTDATAX-284, false",
        "#ptdatax.project.PTDATAX-28, false",
        "#a:b, false",
        "##.tapis-zz, true",
        "::flight1, true",
        "##survey, false",
        "@alice, true",
        "@ALICE, true",
        "@bob, false",
        "Lake, true",
        "lak, false",
        "flighttask, true",
        "#survey @alice Lake, true",
        "#survey @bob, false",
    })
    void searches(String search, boolean found) {
        String wanted = alice.createProject("""
                {"name": "Lake 7", "tags": ["survey", ".tapis-0123abcd", "ptdatax.project.PTDATAX-284", "a:b"]}
                """);
        alice.createTask(
                wanted, "{\"partial\": true, \"name\": \"flighttask\", \"tags\": [\".tapis-zz\", \"flight1\"]}");

        List<JsonObject> rows = search(search);

        assertThat(rows.stream().anyMatch(row -> row.getString("name").equals("Lake 7")))
                .isEqualTo(found);
    }

    private List<JsonObject> search(String search) {
        String query = URLEncoder.encode(search, StandardCharsets.UTF_8);
        return SandboxClient.value(alice.get("/api/projects/?search=" + query))
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    @Test
    void pagesTenAtATimeAndFiltersExactly() {
        for (int i = 0; i < 11; i++) {
            alice.createProject("{\"name\": \"P" + i + "\"}");
        }
        JsonObject first = alice.getObject("/api/projects/?ordering=-id&page=1");
        assertThat(first.getInt("count")).isEqualTo(12);
        assertThat(first.getJsonArray("results")).hasSize(10);
        assertThat(first.getString("next")).isEqualTo(sandbox.baseUrl() + "/api/projects/?ordering=-id&page=2");
        assertThat(alice.getObject("/api/projects/?page=2").getJsonArray("results"))
                .hasSize(2);
        assertRefused(alice.get("/api/projects/?page=3"), 404, "{\"detail\":\"Invalid page.\"}");
        assertThat(array("/api/projects/?name=P1")).hasSize(1);
        assertThat(array("/api/projects/?name=p1")).isEmpty();
        assertThat(array("/api/projects/?ordering=name").getJsonObject(0).getString("name"))
                .isEqualTo("P0");
    }

    private JsonArray array(String path) {
        return SandboxClient.value(alice.get(path)).asJsonArray();
    }

    @Test
    void blanksWhatEditOmitsExceptPermissions() {
        share("[\"view\", \"change\"]");
        alice.json("PATCH", project, "{\"description\": \"first\"}");
        alice.json("POST", project + "edit/", "{\"tags\": [\"only\"]}");

        JsonObject now = alice.getObject(project);
        assertThat(now.getString("name")).isEmpty();
        assertThat(now.getString("description")).isEmpty();
        assertThat(now.getJsonArray("tags")).hasSize(1);
        assertThat(shares())
                .isEqualTo("[{\"username\":\"alice\",\"owner\":true,"
                        + "\"permissions\":[\"add\",\"change\",\"delete\",\"view\"]},"
                        + "{\"username\":\"bob\",\"owner\":false,\"permissions\":[\"change\",\"view\"]}]");
    }

    @Test
    void changesNothingWhenEditNamesUnknownUser() {
        share("[\"view\"]");
        String before = shares();

        assertRefused(
                alice.json(
                        "POST",
                        project + "edit/",
                        "{\"name\": \"x\", \"permissions\":"
                                + " [{\"username\": \"nobody\", \"permissions\": [\"view\"]}]}"),
                400,
                "{\"error\":\"Invalid user in permissions list\"}");

        assertThat(shares()).isEqualTo(before);
        assertThat(alice.getObject(project).getString("name")).isEqualTo("Survey");
    }

    @Test
    void neverChangesTheOwnerByEdit() {
        alice.json(
                "POST",
                project + "edit/",
                "{\"name\": \"Survey\", \"permissions\": [{\"username\": \"bob\", \"owner\": true,"
                        + " \"permissions\": [\"view\"]}, {\"username\": \"alice\", \"permissions\": []}]}");

        assertThat(alice.getObject(project).getBoolean("owned")).isTrue();
        assertThat(bob.get(project).statusCode()).isEqualTo(404);
    }

    @Test
    void givesProjectToWhoeverPuts() {
        share("[\"view\", \"change\"]");
        bob.json("PATCH", project, "{\"description\": \"by bob\"}");
        assertThat(alice.getObject(project).getBoolean("owned")).isTrue();

        bob.json("PUT", project, "{\"name\": \"Survey\"}");

        assertThat(bob.getObject(project).getBoolean("owned")).isTrue();
        assertThat(alice.getObject(project).getBoolean("owned")).isFalse();
        assertThat(alice.getObject(project).getJsonArray("permissions")).hasSize(4);
    }

    @Test
    void letsViewerLookOnly() {
        share("[\"view\"]");

        assertThat(bob.get(task).statusCode()).isEqualTo(200);
        assertThat(bob.upload(task, MultipartBody.files("a.jpg")).statusCode()).isEqualTo(404);
        assertThat(bob.post(task + "commit/").statusCode()).isEqualTo(404);
        assertThat(bob.json("POST", project + "tasks/", PARTIAL).statusCode()).isEqualTo(404);
        assertThat(bob.json("PUT", project, "{\"name\": \"x\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void dropsOnlyTheViewersOwnRightsOnDelete() {
        share("[\"view\"]");

        assertThat(bob.send("DELETE", project, null, null).statusCode()).isEqualTo(204);

        assertThat(bob.get(project).statusCode()).isEqualTo(404);
        assertThat(alice.get(project).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsPartialTaskOfDeletedProjectUntilItIsRemoved() {
        upload("a.jpg");
        alice.send("DELETE", project, null, null);

        assertThat(alice.get(project).statusCode()).isEqualTo(404);
        assertThat(alice.get(project + "tasks/").statusCode()).isEqualTo(404);
        assertThat(taskNow().getInt("pending_action")).isEqualTo(2);
        assertThat(upload("b.jpg").statusCode()).isEqualTo(200);
        assertThat(report().files()).hasSize(2);

        assertThat(alice.post(task + "remove/").statusCode()).isEqualTo(200);
        assertThat(alice.get(task).statusCode()).isEqualTo(404);
        assertThat(sandbox.tasks()).isEmpty();
    }

    @Test
    void deletesProjectWithFinishedTaskAtOnce() {
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        finishProcessing();

        alice.send("DELETE", project, null, null);

        assertThat(sandbox.tasks()).isEmpty();
    }

    @Test
    void duplicatesProjectWithFilesForTheCaller() {
        upload("a.jpg");

        JsonObject copy =
                SandboxClient.object(alice.post(project + "duplicate/")).getJsonObject("project");

        assertThat(copy.getString("name")).isEqualTo("Copy of Survey");
        assertThat(copy.getJsonArray("permissions")).isEmpty();
        JsonObject own = alice.getObject("/api/projects/" + copy.getInt("id") + "/");
        assertThat(own.getBoolean("owned")).isTrue();
        String copied = own.getJsonArray("tasks").getString(0);
        assertThat(sandbox.folder(copy.getInt("id"), copied).resolve("a.jpg")).exists();
    }

    @Test
    void losesBodyWithoutTrailingSlash() {
        HttpResponse<byte[]> answer = alice.json("POST", "/api/projects", "{\"name\": \"lost\"}");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/projects/");
        assertThat(array("/api/projects/?name=lost")).isEmpty();
    }

    @Test
    void refusesNullNode() {
        assertRefused(
                alice.json("POST", project + "tasks/", "{\"partial\": true, \"processing_node\": null}"),
                400,
                "{\"processing_node\":[\"This field may not be null.\"]}");
    }

    @Test
    void filtersTasks() {
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        finishProcessing();
        alice.createTask(project, PARTIAL);

        assertThat(array(project + "tasks/")).hasSize(2);
        assertThat(array(project + "tasks/?status=40")).hasSize(1);
        assertThat(array(project + "tasks/?available_assets=all.zip,orthophoto.tif"))
                .hasSize(1);
        assertThat(array(project + "tasks/?available_assets=nope.bin")).isEmpty();
        assertThat(array(project + "tasks/?ordering=-created_at")
                        .getJsonObject(0)
                        .get("status"))
                .isEqualTo(JsonValue.NULL);
    }

    private void share(String permissions) {
        alice.json(
                "POST",
                project + "edit/",
                "{\"name\": \"Survey\", \"permissions\": [{\"username\": \"bob\", \"permissions\": " + permissions
                        + "}]}");
    }

    private String shares() {
        return SandboxClient.text(alice.get(project + "permissions/"));
    }
}
