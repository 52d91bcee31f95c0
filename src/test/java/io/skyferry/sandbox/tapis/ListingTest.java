package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
    private static final String OPS = "/v3/files/ops/" + TapisFixture.FLIGHTS;

    @TempDir
    Path directory;

    private TapisFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new TapisFixture(directory);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void sortsByNameWithoutCaseBeforePaging() throws IOException {
        for (String name : List.of("b.jpg", "A.JPG", "c.JPEG", "a.jpg", ".hidden")) {
            fixture.file(name, 1);
        }

        assertThat(names("")).containsExactly(".hidden", "A.JPG", "a.jpg", "b.jpg", "c.JPEG");
        assertThat(names("/?limit=2&offset=1")).containsExactly("A.JPG", "a.jpg");
        assertThat(names("//?limit=2&offset=4")).containsExactly("c.JPEG");
        assertThat(names("?offset=5")).isEmpty();
        assertThat(names("?limit=0")).isEmpty();
        assertThat(names("?limit=2&pattern=regex:(?i)%5C.jpe%3Fg$")).containsExactly("A.JPG", "a.jpg");
        assertThat(names("?pattern=*.jpg")).containsExactly("a.jpg", "b.jpg");
        assertThat(names("?pattern=regex:JP")).containsExactly("A.JPG", "c.JPEG");
    }

    @Test
    void showsARowAsTapisDoes() throws IOException {
        Path file = fixture.file("F/code/images/ü 1.jpg", 12_345);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2021-04-29T16:55:57.987Z")));

        JsonObject row = rows("/F/code/images").get(0);

        assertThat(row.getString("name")).isEqualTo("ü 1.jpg");
        assertThat(row.getString("path")).isEqualTo("F/code/images/ü 1.jpg");
        assertThat(row.getString("url")).isEqualTo("tapis://" + TapisFixture.FLIGHTS + "/F/code/images/ü 1.jpg");
        assertThat(row.getString("lastModified")).isEqualTo("2021-04-29T16:55:57Z");
        assertThat(row.getInt("size")).isEqualTo(12_345);
        assertThat(row.getString("type")).isEqualTo("file");
        assertThat(row.getString("mimeType")).isEqualTo("image/jpeg");
        assertThat(row.getString("nativePermissions")).isEqualTo("rw-r--r--");
        assertThat(row.getString("owner")).containsOnlyDigits();
        assertThat(rows("/F").get(0).getString("type")).isEqualTo("dir");
        assertThat(rows("/F").get(0).get("mimeType")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "/F%2Fcode%2Fimages, a.jpg",
        "//F//code/./images/, a.jpg",
        "/F/../../../F/code/images, a.jpg",
        "/F;x=1/code/images, a.jpg",
        "/F/code/images/a.jpg, a.jpg",
        "/od%3Bd%23%3F%25, z",
        "/od;d, none"
    })
    void understandsPaths(String path, String name) throws IOException {
        fixture.file("F/code/images/a.jpg", 5);
        fixture.file("od;d#?%/z", 1);

        if (name.equals("none")) {
            assertThat(status(path)).isEqualTo(404);
        } else {
            assertThat(names(path)).containsExactly(name);
        }
    }

    @Test
    void countsLimitAndOffsetOfARecursiveListingPerDirectory() throws IOException {
        for (String path : List.of("a/1", "a/2", "a/3", "b/1", "b/2", "z")) {
            fixture.file(path, 1);
        }

        assertThat(paths("?recurse=True&limit=2")).containsExactly("a", "b", "a/1", "a/2", "b/1", "b/2");
        assertThat(paths("?recurse=true&offset=1")).containsExactly("b", "z", "b/2");
        assertThat(paths("?recurse=true&pattern=1")).isEmpty();
    }

    @Test
    void stopsARecursiveListingTwentyLevelsDown() throws IOException {
        fixture.file("d/".repeat(30) + "end", 1);

        assertThat(paths("?recurse=true")).hasSize(21);
    }

    @Test
    void showsALinkInItsDirectoryButFollowsItWhenAskedForIt() throws IOException {
        fixture.file("real/a.jpg", 5);
        Files.createSymbolicLink(fixture.root.resolve("link"), fixture.root.resolve("real"));
        Files.createSymbolicLink(fixture.root.resolve("link.jpg"), fixture.root.resolve("real/a.jpg"));

        assertThat(rows("").get(0).getString("type")).isEqualTo("symbolic_link");
        assertThat(names("/link")).containsExactly("a.jpg");
        assertThat(rows("/link.jpg").get(0).getString("type")).isEqualTo("file");
        assertThat(rows("/link.jpg").get(0).getInt("size")).isEqualTo(5);
    }

    @Test
    void addsNamesThatNoDiskWouldKeep() throws IOException {
        fixture.file("odd/real", 1);

        assertThat(names("/odd")).containsExactly("../x", "a\u0000b", "real");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none|404|FILES_SYS_NOTFOUND",
                "open.data|404|FILES_SYS_NOTENABLED",
                "secret/nowhere|403|FILES_NOT_AUTHORIZED. Permission denied by Tapis",
                "keyless/nowhere|401|FILES_CLIENT_SSH_SESSION_POOL_ERROR",
                "ptdatax.project.A-1/closed/x|403|FILES_CLIENT_SSH_PERM_DENIED",
                "ptdatax.project.A-1/nowhere|404|FILES_CLIENT_SSH_NOT_FOUND",
                "ptdatax.project.A-1?impersonationId=x|403|FILES_UNAUTHORIZED",
                "ptdatax.project.A-1?limit=-1|500|FILES_OPSC_ERR"
            })
    void refusesInOrder(String path, int status, String prefix) {
        HttpResponse<String> answer = fixture.get("ada", "/v3/files/ops/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        JsonObject error = TapisFixture.json(answer);
        assertThat(error.getString("message")).startsWith(prefix);
        assertThat(error.getString("status"))
                .isEqualTo(List.of("Unauthorized", "Forbidden", "Not Found", "Internal Server Error")
                        .get(List.of(401, 403, 404, 500).indexOf(status)));
        assertThat(error.get("result")).isEqualTo(JsonValue.NULL);
        assertThat(answer.body()).contains("\n");
    }

    @Test
    void seesADefinitionWithoutItsFiles() {
        assertThat(fixture.get("grace", "/v3/systems/ptdatax.project.B-2").statusCode())
                .isEqualTo(200);
        assertThat(fixture.get("grace", "/v3/files/ops/ptdatax.project.B-2/x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void capsThePage() {
        HttpResponse<String> answer = fixture.get("ada", OPS + "?limit=1001");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TapisFixture.json(answer).getString("status")).isEqualTo("error");
        assertThat(TapisFixture.json(answer).getString("message"))
                .isEqualTo("listFiles.arg2: must be less than or equal to 1000");
        assertThat(status("?offset=-1")).isEqualTo(400);
        assertThat(status("?limit=many")).isEqualTo(404);
    }

    @Test
    void endsTheBuildWithALineFeedAndHasNoTotal() {
        JsonObject answer = fixture.json("ada", OPS);

        assertThat(answer.getString("build")).endsWith("\n");
        assertThat(answer.getJsonObject("metadata")).isEmpty();
    }

    @Test
    void turnsAWrongMethodInto500() {
        HttpResponse<String> answer = fixture.postJson("ada", OPS + "/x", "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(fixture.get("ada", "/v3/files/nowhere").statusCode()).isEqualTo(404);
        assertThat(fixture.get("ada", "/elsewhere").headers().firstValue("Content-Type"))
                .hasValue("text/html");
    }

    private int status(String path) {
        return fixture.get("ada", OPS + path).statusCode();
    }

    private List<JsonObject> rows(String path) {
        return fixture.json("ada", OPS + path).getJsonArray("result").getValuesAs(JsonObject.class);
    }

    private List<String> names(String path) {
        return rows(path).stream().map(row -> row.getString("name")).toList();
    }

    private List<String> paths(String path) {
        return rows(path).stream().map(row -> row.getString("path")).toList();
    }
}
