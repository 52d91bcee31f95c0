package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of uploaded bytes and of their names. */
class WebOdmUploadTest extends WebOdmFixture {

    @Test
    void keepsEveryByteUnderTheTasksFolder() throws IOException {
        byte[] odd = "\r\n------------------------d654c818ba3a068\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);

        alice.upload(task, new MultipartBody().file("any", "filename=\"odd.jpg\"", odd));

        assertThat(Files.readAllBytes(folder().resolve("odd.jpg"))).isEqualTo(odd);
        assertThat(report().files().get(0).bytes()).isEqualTo(odd.length);
    }

    @Test
    void overwritesSameNameAndTellsLetterCaseApart() {
        upload("100MEDIA/DJI_0018.JPG", "DJI_0018.JPG", "dji_0018.jpg");

        assertThat(taskNow().getInt("images_count")).isEqualTo(2);
        assertThat(report().files()).extracting("name").containsExactly("DJI_0018.JPG", "dji_0018.jpg");
        assertThat(report().files()).extracting("uploads").containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"a&amp;b.jpg\"|a&b.jpg",
                "filename=\"a&lt;1.jpg\"|a<1.jpg",
                "filename=\"q\\\"uote.jpg\"|q\"uote.jpg",
                "filename=\"semi;colon.jpg\"|semi;colon.jpg",
                "filename=\"C:\\dir\\win.jpg\"|win.jpg",
                "filename=\"../../up.jpg\"|up.jpg",
                "filename=\".hidden.jpg\"|.hidden.jpg",
                "filename=\"plus+percent%20hash#q?.jpg\"|plus+percent%20hash#q?.jpg",
                "filename=\"ümlaut-utf8.jpg\"|ümlaut-utf8.jpg",
                "filename*=UTF-8''%C3%BCml5987.jpg|üml5987.jpg",
                "filename=\"fb.jpg\"; filename*=UTF-8''%C3%BCboth.jpg|üboth.jpg",
                "filename=\"trailing space .jpg \"|`trailing space .jpg `",
                "filename=\"tab\tin.jpg\"|`tab\tin.jpg`",
                "filename=\"noext\"|noext",
                "filename=\"assets\"|assets",
            })
    void storesNamesLikeTheRealServer(String sent, String stored) {
        HttpResponse<byte[]> answer = alice.upload(task, new MultipartBody().file("images", sent, new byte[] {1, 2}));

        assertThat(SandboxClient.object(answer).getJsonObject("uploaded").keySet())
                .containsExactly(stored);
        assertThat(folder().resolve(stored)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "dir/"})
    void takesNoFileWithoutName(String name) {
        assertRefused(upload(name), 400, "[\"No files uploaded\"]");
    }

    @Test
    void cutsLongNamesBeforeTheExtension() {
        upload("n".repeat(300) + ".jpg");

        assertThat(report().files().get(0).name()).isEqualTo("n".repeat(251) + ".jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul\0byte.jpg",
                "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü"
                        + "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.jpg"
            })
    void breaksOnNamesThatCannotBeStored(String name) {
        HttpResponse<byte[]> answer = upload(name);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void savesOtherFieldsOfTheFormWithoutStartingAnything() {
        alice.upload(task, MultipartBody.files("a.jpg").field("name", "renamed by upload"));
        finishProcessing();

        assertThat(taskNow().getString("name")).isEqualTo("renamed by upload");
        assertThat(taskNow().getBoolean("partial")).isTrue();
        assertThat(taskNow().get("status")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void writesItsOldRowBackOverCommitWhenTheUploadOutlivesIt() throws Exception {
        upload("a.jpg", "b.jpg");
        try (SlowUpload late = new SlowUpload(this, "c.jpg")) {
            late.sendHalf();
            alice.post(task + "commit/");
            pass(0.5);
            assertThat(taskNow().getInt("status")).isEqualTo(20);
            assertThat(late.sendRest()).startsWith("HTTP/1.1 200");
        }
        finishProcessing();

        JsonObject now = taskNow();
        assertThat(now.getBoolean("partial")).isTrue();
        assertThat(now.get("status")).isEqualTo(JsonValue.NULL);
        assertThat(now.getString("uuid")).isEmpty();
        assertThat(now.getInt("images_count")).isEqualTo(3);

        alice.post(task + "commit/");
        finishProcessing();
        assertThat(report().imagesPerJob()).containsExactly(2, 3);
    }

    @Test
    void dropsUnfinishedPartOfCutUploadAndKeepsWholeOnes() throws Exception {
        upload("good.jpg");
        byte[] before = Files.readAllBytes(folder().resolve("good.jpg"));
        try (SlowUpload cut = new SlowUpload(this, "first.jpg", "good.jpg")) {
            cut.sendHalf();
        }

        await().until(() -> Files.exists(folder().resolve("first.jpg")) && SlowUpload.incoming(data) == 0);
        assertThat(Files.readAllBytes(folder().resolve("good.jpg"))).isEqualTo(before);
        assertThat(report().files()).hasSize(2);
    }

    @Test
    void appendsChunksInTheOrderInWhichTheyCome() {
        assertThat(chunk("x", 0, "aa")).isEqualTo("{\"success\":true,\"uploaded\":{}}");
        assertThat(chunk("x", 1, "bb")).isEqualTo("{\"success\":true,\"uploaded\":{}}");
        assertThat(chunk("x", 1, "bb")).isEqualTo("{\"success\":true,\"uploaded\":{}}");
        assertThat(chunk("x", 2, "c")).isEqualTo("{\"success\":true,\"uploaded\":{\"x.jpg\":7}}");
        assertThat(folder().resolve("x.jpg")).hasContent("aabbbbc");
    }

    @Test
    void startsFileAnewWithChunkZero() {
        chunk("y", 0, "aa");
        chunk("y", 0, "AA");
        chunk("y", 1, "BB");

        assertThat(chunk("y", 2, "C")).isEqualTo("{\"success\":true,\"uploaded\":{\"y.jpg\":5}}");
        assertThat(folder().resolve("y.jpg")).hasContent("AABBC");
    }

    private String chunk(String uuid, int index, String content) {
        MultipartBody body = new MultipartBody()
                .field("dzuuid", uuid)
                .field("dzchunkindex", "" + index)
                .field("dztotalchunkcount", "3")
                .field("dzchunkbyteoffset", "" + 2 * index)
                .file("images", "filename=\"" + uuid + ".jpg\"", content.getBytes(StandardCharsets.UTF_8));
        return SandboxClient.text(alice.upload(task, body));
    }

    private Path folder() {
        return sandbox.folder(1, taskNow().getString("id"));
    }
}
