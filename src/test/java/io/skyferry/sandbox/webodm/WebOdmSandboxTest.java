package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Signing in, assets, pages, and what the sandbox offers to tests. */
class WebOdmSandboxTest extends WebOdmFixture {

    @Test
    void givesTokensThatExpireAfterSixHours() {
        HttpResponse<byte[]> answer = new SandboxClient(sandbox.baseUrl())
                .json("POST", "/api/token-auth/", "{\"username\": \"alice\", \"password\": \"alice-password\"}");
        SandboxClient client = new SandboxClient(sandbox.baseUrl())
                .with("Authorization", "JWT " + SandboxClient.object(answer).getString("token"));
        clock.advance(Duration.ofHours(6).minusSeconds(1));
        assertThat(client.get("/api/projects/").statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));

        assertRefused(client.get("/api/projects/"), 403, "{\"detail\":\"Signature has expired.\"}");
    }

    @Test
    void signsNobodyOutWhenTasksAge() {
        sandbox.advance(Duration.ofHours(73));

        assertThat(alice.get("/api/projects/").statusCode()).isEqualTo(200);
    }

    @Test
    void actsAsTheUserOfAMintedToken() {
        long soon = clock.instant().getEpochSecond() + 300;
        String token = Caller.mint(WebOdmOptions.DEMO_SECRET_KEY, "bob", soon);
        SandboxClient minted = new SandboxClient(sandbox.baseUrl()).with("Authorization", "JWT " + token);

        String created = minted.createProject("{\"name\": \"bobs\"}");

        assertThat(bob.getObject(created).getBoolean("owned")).isTrue();
        assertThat(alice.get(created).statusCode()).isEqualTo(404);
    }

    @Test
    void takesShortSecretKeys() throws IOException {
        try (WebOdmSandbox other = WebOdmSandbox.start(options().withSecretKey("short"))) {
            assertThat(SandboxClient.of(other, "alice").get("/api/projects/").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void letsTheSessionWinOverTheToken() {
        Caller both = new Caller("alice-and-session", sandbox, clock);
        as("admin").createProject("{\"name\": \"the admin's\"}");

        assertThat(SandboxClient.text(both.client().get("/api/projects/"))).contains("the admin's");
        assertRefused(
                both.client().json("POST", "/api/projects/", "{\"name\": \"x\"}"),
                403,
                "{\"detail\":\"CSRF Failed: CSRF cookie not set.\"}");
    }

    @Test
    void offersAssetsWhenFinished() throws IOException {
        alice.upload(
                task,
                new MultipartBody()
                        .file("images", "filename=\"a.jpg\"", Scene.jpeg())
                        .file("images", "filename=\"b.jpg\"", Scene.jpeg()));
        alice.post(task + "commit/");
        assertRefused(alice.get(task + "download/all.zip"), 404, "{\"detail\":\"Asset does not exist\"}");
        finishProcessing();

        HttpResponse<byte[]> zip = alice.get(task + "download/all.zip");

        assertThat(entries(zip.body()))
                .containsExactly("README.txt", "orthophoto.tif", "orthophoto.png", "cameras.json", "shots.geojson");
        assertThat(zip.body()).isEqualTo(alice.get(task + "download/all.zip").body());
        assertThat(ImageIO.read(new ByteArrayInputStream(
                        alice.get(task + "download/orthophoto.tif").body())))
                .isNotNull();
        assertThat(SandboxClient.text(alice.get(task + "output/?f=json"))).contains("\"count\":1");
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void scalesThumbnailsDownOnly() throws IOException {
        alice.upload(task, new MultipartBody().file("images", "filename=\"a.jpg\"", Scene.jpeg()));

        assertThat(width("?size=64")).isEqualTo(64);
        assertThat(width("?size=1000")).isEqualTo(200);
        upload("note.txt");
        assertThat(alice.get(task + "images/thumbnail/note.txt").statusCode()).isEqualTo(404);
    }

    private int width(String query) throws IOException {
        byte[] jpeg = alice.get(task + "images/thumbnail/a.jpg" + query).body();
        return ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
    }

    @Test
    void showsPagesThatSayWhatTheyAre() {
        alice.json("PATCH", project, "{\"name\": \"<img onerror=x>\"}");
        for (String path : List.of("/", "/dashboard/", "/map/project/1/")) {
            HttpResponse<byte[]> page = new SandboxClient(sandbox.baseUrl()).get(path);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(SandboxClient.text(page))
                    .contains("WebODM sandbox", "Not a real WebODM", "&lt;img onerror=x&gt;", "uploading")
                    .doesNotContain("<img");
        }
    }

    @Test
    void canBeControlledFromAnotherProcess() {
        upload("a.jpg", "a.jpg");
        SandboxClient control = new SandboxClient(sandbox.baseUrl());

        JsonObject task =
                control.getObject("/sandbox/tasks").getJsonArray("tasks").getJsonObject(0);
        assertThat(task.getString("state")).isEqualTo("uploading");
        JsonObject file = task.getJsonArray("files").getJsonObject(0);
        assertThat(file.getString("sha256"))
                .isEqualTo("509b0d4641a7c3ba088ffa28559d1f57207ea980447bc1773b1d406d788386ee");
        assertThat(file.getInt("uploads")).isEqualTo(2);

        assertThat(control.json("POST", "/sandbox/node", "{\"state\": \"OFFLINE\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(SandboxClient.text(alice.get("/api/processingnodes/"))).contains("\"online\":false");
        assertThat(control.json("POST", "/sandbox/broker", "{\"up\": true}").statusCode())
                .isEqualTo(204);
        assertThat(control.json("POST", "/sandbox/clock", "{\"advanceHours\": 73}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(sandbox.tasks()).isEmpty();
        assertThat(control.json("POST", "/sandbox/clock", "nonsense").statusCode())
                .isEqualTo(400);
    }
}
