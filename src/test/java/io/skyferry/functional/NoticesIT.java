package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.MailBox;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What people are told by mail, and programs by web hooks. */
class NoticesIT {
    private static final String NOTICES = "/api/skyferry/notices";

    private record Post(String id, String timestamp, String signature, String body) {}

    private final Scene scene = Scene.signedIn();
    private final MailBox box = scene.deployment().mail();
    private final String address = scene.username() + "@example.org";

    private List<MimeMessage> awaitMails(int count) {
        return await("mails for " + address)
                .atMost(Duration.ofMinutes(3))
                .until(() -> box.of(address), mails -> mails.size() >= count);
    }

    private JsonObject notices() {
        return scene.api().get(NOTICES).ok();
    }

    private String path(String link) {
        URI url = URI.create(link);
        return url.getRawPath() + "?" + url.getRawQuery();
    }

    /** Has the address confirmed, as a person with a browser would. */
    private void confirm() {
        scene.api()
                .post(
                        NOTICES,
                        Json.createObjectBuilder().add("address", address).build())
                .ok();
        String link = path(MailBox.link(awaitMails(1).get(0)));
        Reply page = Api.anonymous().get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<form method=\"post\">");
        assertThat(notices().getJsonObject("mail").getBoolean("confirmed"))
                .as("after somebody only looked")
                .isFalse();
        assertThat(Api.anonymous().post(link).status()).isEqualTo(200);
        assertThat(notices().getJsonObject("mail").getBoolean("confirmed")).isTrue();
        assertThat(Api.anonymous().post(link).status()).as("a second time").isEqualTo(404);
    }

    @Test
    void tellsByMailHowASyncEnded() throws MessagingException {
        confirm();
        long project = scene.create(scene.flight("Told <b>&amp;").withPhotos(2));
        scene.sync(project);
        scene.awaitState(project, "COMPLETED");

        await().atMost(Duration.ofMinutes(2)).until(() -> allText().contains("is processed"));

        String text = allText();
        assertThat(text).contains("Told <b>&amp;", "Told &lt;b&gt;&amp;amp;", "all images are in WebODM");
        assertThat(text).contains("/projects/" + project);
        assertThat(text).doesNotContain("<b>&amp; is processed</b>");
        for (MimeMessage mail : box.of(address)) {
            assertThat(mail.getSubject()).startsWith("Skyferry: ");
        }
    }

    private String allText() {
        return String.join("\n", box.of(address).stream().map(MailBox::text).toList());
    }

    @Test
    void oneClickTurnsMailOff() throws MessagingException {
        confirm();
        long project = scene.create(scene.flight("Few").withPhotos(1));
        scene.sync(project);
        MimeMessage mail = awaitMails(2).get(1);
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String off = path(mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", ""));

        assertThat(Api.anonymous().get(off).text()).contains("Turn mail off");
        assertThat(notices().getJsonObject("mail").getBoolean("on")).isTrue();
        Reply clicked =
                Api.anonymous().send("POST", off, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");

        assertThat(clicked.status()).isEqualTo(200);
        assertThat(notices().getJsonObject("mail").getBoolean("on")).isFalse();
        assertThat(Api.anonymous().post(off.substring(0, off.length() - 4)).status())
                .isEqualTo(404);
    }

    @Test
    void tellsWhatHappenedWhileMailServerAndServerWereAway() {
        confirm();
        box.goAway();
        try {
            long project = scene.create(scene.flight("Missed").withPhotos(1));
            scene.sync(project);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> scene.api().get(NOTICES + "/deliveries").list("deliveries").stream()
                            .anyMatch(each -> each.getInt("attempts") > 0));
            scene.deployment().server().kill();
        } finally {
            box.comeBack();
        }
        scene.deployment().server().start();

        List<MimeMessage> mails = await().atMost(Duration.ofMinutes(4))
                .until(() -> box.of(address), found -> allText().contains("Missed needs you"));

        assertThat(mails.stream().map(MailBox::text).filter(text -> text.contains("Missed needs you")))
                .hasSize(1);
        assertThat(scene.api().get(NOTICES + "/deliveries").list("deliveries").stream()
                        .filter(each -> each.toString().contains("Missed")))
                .isNotEmpty()
                .allMatch(each -> each.getString("state").equals("SENT"));
    }

    @Test
    void postsToTheUsersWebHook() throws IOException {
        List<Post> posts = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posts.add(new Post(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            String secret = scene.api()
                    .send("PUT", NOTICES + "/webhook", "application/json", "{\"url\": \"" + url + "\"}")
                    .ok()
                    .getString("secret");
            scene.api().post(NOTICES + "/webhook/test").ok();
            scene.create(scene.flight("Hooked").withPhotos(2));

            await().atMost(Duration.ofMinutes(1)).until(() -> posts.size() >= 2);

            assertThat(posts).allMatch(post -> signature(secret, post).equals(post.signature()));
            assertThat(String.join("\n", posts.stream().map(Post::body).toList()))
                    .contains("\"type\":\"test\"", "\"type\":\"discovery_complete\"", "\"projects_created\":1");
            assertThat(notices().toString()).contains(url).doesNotContain("whsec_");
            scene.api().send("DELETE", NOTICES + "/webhook", null, null).ok();
            assertThat(notices().isNull("webhook")).isTrue();
        } finally {
            receiver.stop(0);
        }
    }

    private static String signature(String secret, Post post) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            String signed = post.id() + "." + post.timestamp() + "." + post.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesWhatIsNoPublicAddress() {
        String own = scene.deployment().server().secureUrl("/").toString();
        scene.api()
                .send("PUT", NOTICES + "/webhook", "application/json", "{\"url\": \"" + own + "\"}")
                .ok();
        scene.api().post(NOTICES + "/webhook/test").ok();

        JsonObject delivery = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> scene.api()
                                .get(NOTICES + "/deliveries")
                                .list("deliveries")
                                .get(0),
                        found -> found.getInt("attempts") > 0
                                && !found.getString("last_error").startsWith("The attempt"));

        assertThat(delivery.getString("last_error")).isEqualTo("The name leads to no public address.");
        assertThat(scene.api()
                        .send("PUT", NOTICES + "/webhook", "application/json", "{\"url\": \"ftp://example.org\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsWishes() {
        JsonObject preset = notices().getJsonObject("mail");
        assertThat(preset.getBoolean("available")).isTrue();
        assertThat(preset.getJsonArray("occasions")).hasSize(8);

        JsonObject changed = scene.api()
                .post(
                        NOTICES,
                        Json.createObjectBuilder()
                                .add(
                                        "occasions",
                                        Json.createArrayBuilder()
                                                .add("task_lost")
                                                .add("discovery_errors"))
                                .add("digest_minutes", 30)
                                .build())
                .ok()
                .getJsonObject("mail");

        assertThat(changed.getJsonArray("occasions").toString()).isEqualTo("[\"discovery_errors\",\"task_lost\"]");
        assertThat(changed.getInt("digest_minutes")).isEqualTo(30);
        JsonObject preferences = scene.api().get("/api/tapis-preferences/").ok();
        assertThat(preferences.getBoolean("notify_on_discovery_complete")).isFalse();
        assertThat(preferences.getBoolean("notify_on_discovery_errors")).isTrue();
        for (String wrong : List.of(
                "{\"address\": \"not one\"}",
                "{\"address\": \"a@b.org, c@d.org\"}",
                "{\"address\": \"a@b.org\\r\\nBcc: c@d.org\"}",
                "{\"occasions\": [\"nothing\"]}",
                "{\"digest_minutes\": 1441}")) {
            assertThat(scene.api()
                            .send("POST", NOTICES, "application/json", wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(Api.anonymous().get(NOTICES).status()).isEqualTo(401);
    }
}
