package io.skyferry.notice.hook;

import static io.skyferry.notice.kit.NoticeKit.ADA;
import static io.skyferry.notice.kit.NoticeKit.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.skyferry.access.vault.KeyRotation;
import io.skyferry.notice.kit.NoticeKit;
import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.Delivery;
import io.skyferry.notice.ledger.DeliveryState;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.crypto.PublicAuthorities;
import io.skyferry.platform.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookRoundTest {
    private record Post(String path, Map<String, String> headers, String body) {}

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer receiver;
    private NoticeKit kit;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        kit = new NoticeKit(directory);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.add(new Post(exchange.getRequestURI().toString(), headers, body));
            if (status.get() == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        threads.shutdownNow();
        kit.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }

    private HookRound round(boolean loopback) {
        return round(loopback, Optional.empty(), Duration.ofSeconds(5));
    }

    private HookRound round(boolean loopback, Optional<NoticeSettings.Hook> hook, Duration patience) {
        return new HookRound(
                kit.notices,
                kit.hooks,
                new NoticeSettings(Optional.empty(), hook, loopback),
                new WebhookAddress(loopback),
                new HookPost(PublicAuthorities.sockets(), patience, kit.clock),
                threads);
    }

    private Webhooks webhooks() {
        return new Webhooks(kit.hooks, kit.notices, new WebhookAddress(true), new SecureRandom(), kit.clock);
    }

    private void keep(String flight) {
        kit.keep(ADA, Channel.WEBHOOK, Occasion.SYNC_FINISHED, flight, 0);
    }

    private Delivery delivery() {
        return kit.notices.listOf(ADA, Long.MAX_VALUE, 1).get(0).delivery();
    }

    /** The example of the specification's reference libraries. */
    @Test
    void signsAsTheStandardSays() {
        String signature = WebhookSignature.of(
                new io.skyferry.platform.config.Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void postsInOrderAndSigned() {
        Webhook hook = webhooks().set(ADA, url("/hook?a=1"));
        keep("One");
        keep("Two \"quoted\" \u202E");
        round(true).run();
        round(true).run();

        assertThat(posts).extracting(Post::path).containsOnly("/hook?a=1").hasSize(2);
        Post first = posts.get(0);
        assertThat(first.body())
                .contains("\"type\":\"sync_finished\"", "\"flight_name\":\"One\"", "\"owner\":\"ada@sandbox\"");
        assertThat(posts.get(1).body()).contains("Two \\\"quoted\\\"");
        assertThat(first.headers().get("content-type")).isEqualTo("application/json");
        String id = first.headers().get("webhook-id");
        assertThat(id).startsWith("msg_").isNotEqualTo(posts.get(1).headers().get("webhook-id"));
        Instant at = Instant.ofEpochSecond(Long.parseLong(first.headers().get("webhook-timestamp")));
        assertThat(first.headers().get("webhook-signature"))
                .isEqualTo(WebhookSignature.of(hook.secret(), id, at, first.body()));
        assertThat(delivery().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void comesBackLaterWithTheSameId() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        keep("Two");
        status.set(500);
        round(true).run();
        assertThat(posts).as("the second waits for the first").hasSize(1);
        assertThat(kit.notices.listOf(ADA, Long.MAX_VALUE, 9).get(1).delivery().lastError())
                .contains("The receiver answered 500.");
        status.set(200);
        kit.clock.advance(Duration.ofMinutes(2));
        round(true).run();
        assertThat(posts).hasSize(3);
        assertThat(posts.stream().filter(post -> post.body().contains("One")))
                .extracting(post -> post.headers().get("webhook-id"))
                .hasSize(2)
                .containsOnly(posts.get(0).headers().get("webhook-id"));
    }

    @Test
    void doesNotFollowRedirects() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        status.set(302);
        round(true).run();
        assertThat(posts).extracting(Post::path).containsExactly("/hook");
        assertThat(delivery().lastError()).contains("The receiver led elsewhere (302); that is not followed.");
    }

    @Test
    void believesAReceiverThatIsGone() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        status.set(410);
        round(true).run();
        assertThat(delivery().state()).isEqualTo(DeliveryState.GIVEN_UP);
    }

    @Test
    void givesUpAfterADay() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        status.set(503);
        for (int i = 0; i < 150; i++) {
            round(true).run();
            kit.clock.advance(Duration.ofMinutes(10));
        }
        assertThat(delivery().state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(posts).hasSizeBetween(8, 15);
    }

    @Test
    void waitsForNoReceiverForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            webhooks().set(ADA, "http://127.0.0.1:" + silent.getLocalPort() + "/");
            webhooks().set(GRACE, url("/grace"));
            keep("One");
            kit.keep(GRACE, Channel.WEBHOOK, Occasion.SYNC_FINISHED, "Hers", 0);
            round(true, Optional.empty(), Duration.ofMillis(300)).run();
        }
        assertThat(posts).extracting(Post::path).containsExactly("/grace");
        assertThat(delivery().lastError()).isPresent();
        assertThat(delivery().state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void waitsForNoDribblingReceiver() throws Exception {
        AtomicInteger dribbled = new AtomicInteger();
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = slow.accept()) {
                    while (!Thread.interrupted()) {
                        socket.getOutputStream().write('H');
                        dribbled.incrementAndGet();
                        Thread.sleep(50);
                    }
                }
                return null;
            });
            webhooks().set(ADA, "http://127.0.0.1:" + slow.getLocalPort() + "/");
            keep("One");
            round(true, Optional.empty(), Duration.ofMillis(400)).run();
            assertThat(delivery().lastError()).contains("The receiver did not answer in time.");
            assertThat(dribbled).as("bytes until the connection was ended").hasValueLessThan(500);
        }
    }

    @Test
    void tellsTheInstallationWithItsOwnSecret() {
        NoticeSettings.Hook hook = new NoticeSettings.Hook(URI.create(url("/all")), NoticeKit.hookSecret());
        kit.keep(GRACE, Channel.INSTALLATION, Occasion.TASK_LOST, "Hers", 0);
        round(true, Optional.of(hook), Duration.ofSeconds(5)).run();
        assertThat(posts).extracting(Post::path).containsExactly("/all");
        assertThat(posts.get(0).body()).contains("grace@sandbox", "task_lost");
        assertThat(kit.notices.listOfInstallation(Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(kit.notices.listOf(GRACE, Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void neverConnectsToThisMachineUnlessATestSaysSo() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        round(false).run();
        assertThat(posts).isEmpty();
        assertThat(delivery().lastError()).contains("The name leads to no public address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2001:0:1::",
                "2001:db8::1",
                "3fff::1",
                "fec0::1"
            })
    void knowsWhatIsNotPublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.1.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.1.1",
                "100.128.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888"
            })
    void knowsWhatIsPublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "https:///x",
                "example.org",
                "https://a:b@example.org/",
                "https://example.org/#x",
                "https://example.org:22/",
                "https://exa mple.org/",
                "https://example.org/\r\nX: y",
                "javascript:alert(1)",
                "https://",
                ""
            })
    void takesNoOtherAddress(String url) {
        assertThatThrownBy(() -> new WebhookAddress(false).parse("url", url))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("INVALID_REQUEST");
    }

    @Test
    void dropsWhatWaitedForARemovedHook() {
        webhooks().set(ADA, url("/hook"));
        keep("One");
        assertThat(webhooks().remove(ADA)).isTrue();
        keep("Two");
        round(true).run();
        assertThat(posts).isEmpty();
        assertThat(kit.notices.listOf(ADA, Long.MAX_VALUE, 9))
                .extracting(each -> each.delivery().state())
                .containsOnly(DeliveryState.DROPPED);
    }

    @Test
    void keepsTheSecretSealed() {
        Webhook hook = webhooks().set(ADA, url("/hook"));
        assertThat(kit.ledger.dump("webhook"))
                .contains("ada@sandbox")
                .doesNotContain(hook.secret().reveal());
        assertThat(hook.toString()).doesNotContain("whsec_");
        assertThat(kit.hooks.find(ADA).orElseThrow().secret().reveal())
                .isEqualTo(hook.secret().reveal());
    }

    @Test
    void followsANewSealingKey() {
        Webhook hook = webhooks().set(ADA, url("/hook"));
        kit.confirmed(ADA, "ada@example.org");
        String off = NoticeKit.token(kit.links.off(ADA, "ada@example.org"));
        String before = kit.vault.keyId();

        KeyRotation.Outcome outcome = kit.rotate();

        assertThat(outcome.resealed()).isEqualTo(2);
        assertThat(kit.ledger.dump("webhook") + kit.ledger.dump("notice_choice"))
                .doesNotContain(before);
        assertThat(kit.hooks.find(ADA).orElseThrow().secret().reveal())
                .isEqualTo(hook.secret().reveal());
        assertThat(kit.links.findOff(off)).contains(ADA);
    }
}
