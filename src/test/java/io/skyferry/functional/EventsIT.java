package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.EventFollower;
import io.skyferry.functional.kit.EventFollower.Event;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the server tells while it happens. */
class EventsIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    private static EventFollower follow(Scene scene, String query, Long lastId) {
        return EventFollower.withToken(scene.deployment().server(), token(scene, Duration.ofHours(2)), query, lastId);
    }

    private static String token(Scene scene, Duration life) {
        return scene.deployment().tapis().accessToken(scene.username(), life);
    }

    private static void awaitReady(EventFollower follower) {
        await().atMost(LONG).until(() -> follower.names().contains("ready"));
    }

    private static void awaitName(EventFollower follower, String name) {
        await("event " + name).atMost(LONG).until(() -> follower.names().contains(name));
    }

    @Test
    void aSyncIsToldFromItsBeginningToItsEnd() {
        Scene scene = Scene.signedIn();
        FlightFolder flight = scene.flight("Told").withPhotos(20);
        try (EventFollower follower = follow(scene, "", null)) {
            awaitReady(follower);
            long project = scene.create(flight);
            long job = scene.startSync(project);

            awaitName(follower, "sync_ended");

            List<Event> changes = follower.changes();
            assertThat(changes.stream().map(Event::name))
                    .containsSubsequence("project_created", "sync_started", "sync_progress", "sync_ended");
            assertThat(follower.ids()).isSorted().doesNotHaveDuplicates();
            Event ended = changes.stream()
                    .filter(event -> event.name().equals("sync_ended"))
                    .findFirst()
                    .orElseThrow();
            JsonObject data = ended.data();
            assertThat(data.getJsonNumber("id").longValue()).isEqualTo(ended.id());
            assertThat(data.getString("kind")).isEqualTo("sync_ended");
            assertThat(data.getString("owner")).isEqualTo(scene.username() + "@sandbox");
            assertThat(data.getJsonNumber("project_id").longValue()).isEqualTo(project);
            assertThat(data.getJsonNumber("job_id").longValue()).isEqualTo(job);
            assertThat(data.getString("state")).isEqualTo("COMMITTED");
            assertThat(data.getJsonObject("images").getInt("delivered")).isEqualTo(20);
        }
    }

    @Test
    void aLostStreamGoesOnWhereItWas() {
        Scene scene = Scene.signedIn();
        List<Long> all;
        try (EventFollower follower = follow(scene, "", null)) {
            awaitReady(follower);
            scene.sync(scene.create(scene.flight("Whole").withPhotos(3)));
            awaitName(follower, "sync_ended");
            all = follower.ids();
        }
        long middle = all.get(all.size() / 2);

        try (EventFollower header = follow(scene, "", middle);
                EventFollower query = follow(scene, "?last_event_id=" + middle, null);
                EventFollower both = follow(scene, "?last_event_id=1", middle)) {
            for (EventFollower follower : List.of(header, query, both)) {
                await().atMost(LONG)
                        .until(() -> follower.ids().containsAll(all.subList(all.size() / 2 + 1, all.size())));
                assertThat(follower.ids()).doesNotContain(middle).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everybodyIsToldHisOwnAndOperatorsEverything() {
        Scene one = Scene.signedIn();
        Scene other = Scene.signedIn();
        String operator = one.deployment().tapis().accessToken("operator", Duration.ofHours(2));
        SkyferryServer server = one.deployment().server();
        try (EventFollower his = follow(one, "", null);
                EventFollower others = follow(other, "", null);
                EventFollower all = EventFollower.withToken(server, operator, "?scope=all", null);
                EventFollower operatorsOwn = EventFollower.withToken(server, operator, "", null)) {
            List.of(his, others, all, operatorsOwn).forEach(EventsIT::awaitReady);
            one.create(one.flight("Mine").withPhotos(2));
            other.create(other.flight("Yours").withPhotos(2));
            awaitName(his, "project_created");
            awaitName(others, "project_created");
            await().atMost(LONG)
                    .until(() -> all.ids().containsAll(his.ids()) && all.ids().containsAll(others.ids()));

            assertThat(his.changes()).allMatch(event -> owner(event).equals(one.username() + "@sandbox"));
            assertThat(others.changes()).allMatch(event -> owner(event).equals(other.username() + "@sandbox"));
            assertThat(operatorsOwn.changes()).isEmpty();
        }
        assertThat(one.api().get("/api/skyferry/events?scope=all").status()).isEqualTo(403);
    }

    private static String owner(Event event) {
        return event.data().getString("owner");
    }

    @Test
    void aStreamMayBeOfOneProject() {
        Scene scene = Scene.signedIn();
        long project = scene.create(scene.flight("One").withPhotos(2));
        long otherProject = scene.create(scene.flight("Two").withPhotos(2));
        try (EventFollower follower = follow(scene, "?project=" + project, null)) {
            awaitReady(follower);
            scene.sync(otherProject);
            scene.sync(project);
            awaitName(follower, "sync_ended");

            assertThat(follower.changes())
                    .filteredOn(event -> !event.name().equals("job_changed"))
                    .isNotEmpty()
                    .allMatch(event -> event.data().getJsonNumber("project_id").longValue() == project);
        }
        assertThat(Api.as("grace")
                        .get("/api/skyferry/events?project=" + project)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatItCantFollow() {
        Scene scene = Scene.signedIn();
        for (String query : List.of("?last_event_id=x", "?project=x", "?scope=mine", "?last_event_id=-1")) {
            assertThat(scene.api().get("/api/skyferry/events" + query).json().getString("code"))
                    .as(query)
                    .isEqualTo("INVALID_REQUEST");
        }
        assertThat(Api.anonymous().get("/api/skyferry/events").status()).isEqualTo(401);
    }

    @Test
    void saysToLoadAnewWhenTheIdIsNotOfThisFeed() {
        Scene scene = Scene.signedIn();
        try (EventFollower follower = follow(scene, "?last_event_id=999999999999", null)) {
            awaitName(follower, "reset");
            scene.create(scene.flight("After").withPhotos(2));
            awaitName(follower, "project_created");
        }
    }

    @Test
    void endsWithTheToken() {
        Scene scene = Scene.signedIn();
        String brief = token(scene, Duration.ofSeconds(12));
        try (EventFollower follower = EventFollower.withToken(scene.deployment().server(), brief, "", null)) {
            awaitName(follower, "end");
            await().atMost(LONG).until(follower::isEnded);
        }
    }

    @Test
    void endsWithTheBrowsersSession() {
        Scene scene = Scene.withoutSignIn();
        SkyferryServer server = scene.deployment().server();
        Browser browser = new Browser(server).signIn(Browser.registeredClient(server), scene.username());
        String cookie = "skyferry_session=" + browser.cookie("skyferry_session");
        try (EventFollower follower = EventFollower.withCookie(server, cookie, "")) {
            awaitReady(follower);
            scene.create(scene.flight("Seen").withPhotos(2));
            awaitName(follower, "project_created");
            assertThat(follower.isEnded()).isFalse();

            browser.send("POST", "/api/skyferry/sign-out", null, "Sec-Fetch-Site", "same-origin");

            awaitName(follower, "end");
            await().atMost(LONG).until(follower::isEnded);
        }
    }

    @Test
    void staysAliveForLongerThanAMinuteOfSilence() {
        Scene scene = Scene.signedIn();
        try (EventFollower follower = follow(scene, "", null)) {
            awaitReady(follower);
            await().atMost(LONG).until(() -> follower.comments().size() >= 5);
            scene.create(scene.flight("Late").withPhotos(2));
            awaitName(follower, "project_created");
            assertThat(follower.isEnded()).isFalse();
        }
    }

    @Test
    void opensOnlySoManyForOneUser() {
        Scene scene = Scene.signedIn();
        List<EventFollower> open = IntStream.range(0, 10)
                .mapToObj(number -> follow(scene, "", null))
                .toList();
        assertThat(scene.api().get("/api/skyferry/events").status()).isEqualTo(429);
        open.forEach(EventFollower::close);
        await().atMost(LONG).until(() -> isLetIn(scene));
    }

    private static boolean isLetIn(Scene scene) {
        try (EventFollower follower = follow(scene, "", null)) {
            return !follower.isEnded();
        } catch (AssertionError refused) {
            return false;
        }
    }

    @Test
    void aStreamGoesOnAfterTheServerWasKilled() {
        Scene scene = Scene.signedIn();
        SkyferryServer server = scene.deployment().server();
        long lastId;
        try (EventFollower follower = follow(scene, "", null)) {
            awaitReady(follower);
            scene.create(scene.flight("Before").withPhotos(2));
            awaitName(follower, "project_created");
            lastId = follower.changes().get(0).id();
            server.kill();
            await().atMost(LONG).until(follower::isEnded);
        }
        server.start();
        scene.create(scene.flight("Behind").withPhotos(2));

        try (EventFollower follower = follow(scene, "", lastId)) {
            await().atMost(LONG)
                    .until(() -> follower.changes().stream()
                            .anyMatch(event -> "Behind".equals(event.data().getString("flight_name", ""))));
            assertThat(follower.names()).doesNotContain("reset");
            assertThat(follower.ids()).isSorted().doesNotHaveDuplicates().allMatch(id -> id > lastId);
            assertThat(follower.changes())
                    .anyMatch(event -> "Before".equals(event.data().getString("flight_name", "")));
        }
    }
}
