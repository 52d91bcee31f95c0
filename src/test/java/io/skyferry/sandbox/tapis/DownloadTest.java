package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final String CONTENT = "/v3/files/content/" + TapisFixture.FLIGHTS;

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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8192, 8193, 300_000})
    void sendsALengthOnlyForSmallFiles(int size) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.file("F/a b.jpg", size));

        HttpResponse<byte[]> answer = get("/F/a%20b.jpg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(answer.body(), bytes)).isTrue();
        assertThat(answer.headers().firstValueAsLong("Content-Length").isPresent())
                .isEqualTo(size <= 8192);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"a b.jpg\"");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=3600");
        assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified", "accept-ranges");
    }

    @Test
    void tellsNoSizeToHead() throws IOException {
        fixture.file("a", 10);
        HttpResponse<byte[]> answer = fixture.send(
                asAda("/a").method("HEAD", HttpRequest.BodyPublishers.noBody()),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length").orElse("0")).isEqualTo("0");
    }

    @Test
    void hasItsOwnKindOfRange() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.file("a.jpg", 3000));
        fixture.file("a b.jpg", 3000);

        HttpResponse<byte[]> part = get("/a.jpg", "range", "5,1000");

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 5, 1005));
        assertThat(part.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(get("/a.jpg", "range", "10,5").statusCode()).isEqualTo(500);
        assertThat(get("/a.jpg", "Range", "bytes=0-99").statusCode()).isEqualTo(500);
        assertThat(get("/a%20b.jpg", "range", "0,5").statusCode()).isEqualTo(500);
    }

    @Test
    void takesTheEndOfAPageOfTextForACount() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.file("a.txt", 9000));

        HttpResponse<byte[]> page = get("/a.txt", "more", "2");

        assertThat(page.body()).isEqualTo(Arrays.copyOfRange(bytes, 1024, 1024 + 2048));
        assertThat(page.headers().firstValue("content-disposition")).hasValue("inline");
        assertThat(get("/a.txt", "more", "0").statusCode()).isEqualTo(400);
    }

    @Test
    void zipsADirectory() throws IOException {
        fixture.file("F/images/b.jpg", 5);
        fixture.file("F/images/sub/c.jpg", 6);
        Files.createSymbolicLink(fixture.root.resolve("F/images/link.jpg"), fixture.root.resolve("F/images/b.jpg"));

        HttpResponse<byte[]> zip = get("/F/images?zip=true");

        assertThat(zip.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"images.zip\"");
        assertThat(zip.headers().firstValue("Content-Length")).isEmpty();
        assertThat(zip.headers().firstValue("cache-control")).isEmpty();
        assertThat(entries(zip.body())).containsExactly("images/b.jpg:5", "images/link.jpg:5", "images/sub/c.jpg:6");
        assertThat(entries(get("/F/images/?zip=True").body())).contains("b.jpg:5");
        assertThat(entries(get("/F/images/b.jpg?zip=true").body())).containsExactly("b.jpg:5");
    }

    @ParameterizedTest
    @CsvSource({
        "none/x, 404, FILES_SYS_NOTFOUND",
        "secret/x, 403, FILES_NOT_AUTHORIZED",
        "keyless/x, 401, FILES_CLIENT_SSH_SESSION_POOL_ERROR",
        "ptdatax.project.A-1/nowhere, 404, FILES_CONT_NO_FILEINFO",
        "ptdatax.project.A-1/F, 400, FILES_CONT_DIR_NOZIP"
    })
    void refusesInOrder(String path, int status, String prefix) throws IOException {
        fixture.file("F/a", 1);

        HttpResponse<String> answer = fixture.get("ada", "/v3/files/content/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TapisFixture.json(answer).getString("message")).startsWith(prefix);
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return fixture.send(asAda(path, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder asAda(String path, String... headers) {
        return fixture.request(CONTENT + path, headers).header("X-Tapis-Token", fixture.tapis.accessToken("ada"));
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry.getName() + ":" + in.readAllBytes().length);
            }
        }
        return entries;
    }
}
