package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of flights shows each user what his own scans found, and what a sync would do with it. */
class FlightsIT {
    private static final String FLIGHTS = "/api/skyferry/flights";
    private static final String DISCOVER = "/api/tapis-storage/discover-flights/";

    private static List<String> names(Api api, String query) {
        return api.get(FLIGHTS + query).list("flights").stream()
                .map(flight -> flight.getString("name"))
                .toList();
    }

    private static JsonObject flight(Scene scene, String name) {
        return scene.api().get(FLIGHTS + "?q=" + name).list("flights").get(0);
    }

    private static String address(JsonObject flight) {
        return FLIGHTS + "/" + flight.getJsonNumber("id").longValue();
    }

    @Test
    void showsWhatAScanOfTheCallersFound() {
        Scene scene = Scene.withoutSignIn();
        FlightFolder folder = scene.flight("Seen").withPhotos(3);
        assertThat(names(scene.api(), "")).isEmpty();

        scene.api().post(DISCOVER).ok();

        JsonObject answer = scene.api().get(FLIGHTS).ok();
        assertThat(answer.getInt("total")).isEqualTo(1);
        JsonObject flight = answer.getJsonArray("flights").getJsonObject(0);
        assertThat(flight.getString("name")).isEqualTo("Seen");
        assertThat(flight.getString("system_id")).isEqualTo(scene.system());
        assertThat(flight.getString("images_path")).isEqualTo("Seen/code/images");
        assertThat(flight.getInt("image_count")).isEqualTo(3);
        assertThat(flight.getJsonNumber("bytes").longValue()).isEqualTo(folder.totalBytes());
        assertThat(Instant.parse(flight.getString("first_seen"))).isBeforeOrEqualTo(Instant.now());
        assertThat(flight.get("project")).isEqualTo(JsonValue.NULL);
        assertThat(scene.api().get(address(flight)).ok().getJsonObject("flight"))
                .isEqualTo(flight);
    }

    @Test
    void showsNobodyWhatOnlyOthersFound() {
        Scene owner = Scene.withoutSignIn();
        Scene stranger = Scene.withoutSignIn();
        owner.flight("Private").withPhotos(2);
        owner.api().post(DISCOVER).ok();
        stranger.api().post(DISCOVER).ok();
        String address = address(flight(owner, "Private"));

        assertThat(names(stranger.api(), "")).isEmpty();
        for (String path : List.of(address, address + "/plan", address + "/images")) {
            Reply reply = stranger.api().get(path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().getString("code")).isEqualTo("FLIGHT_NOT_FOUND");
        }
        String asOwner = "?owner=" + owner.username() + "@sandbox";
        assertThat(stranger.api().get(FLIGHTS + asOwner).status()).isEqualTo(403);
        assertThat(names(Api.as("operator"), asOwner)).containsExactly("Private");
    }

    @Test
    void showsASharedFlightToEachUserFromHisOwnScanOn() {
        Scene first = Scene.pairWithOneSystem().get(0);
        Scene second = Scene.pairWithOneSystem().get(1);
        first.flight("Shared").withPhotos(2);
        first.api().post(DISCOVER).ok();
        assertThat(names(second.api(), "")).isEmpty();

        second.api().post(DISCOVER).ok();

        assertThat(names(second.api(), "")).containsExactly("Shared");
    }

    @Test
    void leavesOutWhatIsGoneUnlessItHasAProject() {
        Scene scene = Scene.withoutSignIn();
        FlightFolder kept = scene.flight("Kept").withPhotos(2);
        FlightFolder lost = scene.flight("Lost").withPhotos(2);
        scene.create(kept);
        scene.api().post(DISCOVER).ok();
        assertThat(names(scene.api(), "")).containsExactly("Kept", "Lost");

        kept.vanish();
        lost.vanish();
        scene.api().post(DISCOVER).ok();

        assertThat(names(scene.api(), "")).containsExactly("Kept");
        assertThat(flight(scene, "Kept").getBoolean("gone")).isTrue();
    }

    @Test
    void goesThroughPagesByTheirLinks() {
        Scene scene = Scene.withoutSignIn();
        for (String name : List.of("P1", "P2", "P3", "P4", "P5")) {
            scene.flight(name).withPhotos(1);
        }
        scene.api().post(DISCOVER).ok();

        List<String> seen = new ArrayList<>();
        String address = FLIGHTS + "?sort=-name&limit=2&q=p";
        while (address != null) {
            Reply page = scene.api().get(address);
            page.list("flights").forEach(flight -> seen.add(flight.getString("name")));
            assertThat(page.list("flights")).hasSizeLessThanOrEqualTo(2);
            address = page.link().orElse(null);
        }

        assertThat(seen).containsExactly("P5", "P4", "P3", "P2", "P1");
    }

    @ParameterizedTest
    @CsvSource({
        "q=al,                                  Alpha",
        "q=%25,                                 ''",
        "q=_,                                   ''",
        "state=created,                         Alpha",
        "state=none,                            Beta",
        "state=COMPLETED,                       ''",
        "has_project=true,                      Alpha",
        "has_project=false,                     Beta",
        "since=2001-01-01T00:00:00Z,            Alpha Beta",
        "until=2001-01-01T00:00:00Z,            ''",
        "changed_since=2001-01-01T00:00:00Z,    Alpha Beta",
        "changed_since=2999-01-01T00:00:00Z,    ''",
        "system=ptdatax.project.OTHER,          ''",
        "sort=image_count,                      Beta Alpha",
        "sort=-bytes,                           Alpha Beta",
        "sort=-changed_at&limit=1&has_project=false, Beta"
    })
    void filtersAndSorts(String query, String expected) {
        assertThat(String.join(" ", names(Filtered.SCENE.api(), "?" + query))).isEqualTo(expected);
    }

    private static final class Filtered {
        static final Scene SCENE = Scene.withoutSignIn();

        static {
            SCENE.create(SCENE.flight("Alpha").withPhotos(3));
            SCENE.flight("Beta").withPhotos(2);
            SCENE.api().post(DISCOVER).ok();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "limit=ten, limit",
        "after=zzz, after",
        "sort=color, sort",
        "state=DONE, state",
        "has_project=maybe, has_project",
        "since=yesterday, since",
        "until=2026, until",
        "changed_since=-1, changed_since",
        "q=%00, q",
        "owner=nobody, owner"
    })
    void namesTheParameterThatIsWrong(String query, String parameter) {
        Reply reply = Api.as("ada").get(FLIGHTS + "?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("code")).isEqualTo("INVALID_REQUEST");
        assertThat(reply.json().getString("detail")).startsWith("'" + parameter + "'");
    }

    @Test
    void plansWithoutMovingOrMakingAnything() {
        Scene scene = Scene.signedIn();
        FlightFolder folder = scene.flight("Planned").withPhotos(2);
        folder.put("tiny.jpg", new byte[10]).with("ONE.JPG").put("one.jpg", FlightFolder.photo("lower"));
        scene.api().post(DISCOVER).ok();
        String address = address(flight(scene, "Planned"));
        int before = scene.listingsAtTapis();

        JsonObject answer = scene.api().get(address + "/plan").ok();

        assertThat(answer.getInt("requests")).isEqualTo(1);
        assertThat(scene.listingsAtTapis() - before).isEqualTo(1);
        assertThat(scene.downloadsAtTapis()).isZero();
        JsonObject plan = answer.getJsonObject("plan");
        assertThat(plan.getJsonObject("new").getInt("images")).isEqualTo(5);
        assertThat(plan.getJsonObject("to_move").getJsonNumber("bytes").longValue())
                .isEqualTo(folder.totalBytes());
        assertThat(plan.getJsonNumber("estimated_seconds").longValue()).isPositive();
        assertThat(plan.getJsonArray("warnings").getValuesAs(JsonObject.class))
                .extracting(warning -> warning.getString("code"))
                .containsExactly("ODD_FILE", "NAME_COLLISION");
        assertThat(answer.get("project")).isEqualTo(JsonValue.NULL);
        assertThat(scene.webOdm().listProjects()).isEmpty();
    }

    @Test
    void plansAgainstWhatIsDelivered() {
        Scene scene = Scene.signedIn();
        FlightFolder folder = scene.flight("Again").withPhotos(4).put("no.jpg", "no photo".getBytes());
        long project = scene.create(folder);
        scene.sync(project);
        folder.with("NEW.JPG")
                .put("IMG_0001.JPG", FlightFolder.photo("changed"))
                .remove("IMG_0002.JPG");

        JsonObject answer =
                scene.api().get(address(flight(scene, "Again")) + "/plan").ok();

        JsonObject plan = answer.getJsonObject("plan");
        assertThat(plan.getJsonObject("new").getInt("images")).isEqualTo(1);
        assertThat(plan.getJsonObject("changed").getInt("images")).isEqualTo(1);
        assertThat(plan.getJsonObject("delivered").getInt("images")).isEqualTo(2);
        assertThat(plan.getJsonObject("refused").getInt("images")).isEqualTo(1);
        assertThat(plan.getJsonObject("gone").getInt("images")).isEqualTo(1);
        assertThat(plan.getJsonObject("rate").getBoolean("measured")).isTrue();
        assertThat(answer.getJsonObject("project").getString("state")).isEqualTo("NEEDS_ATTENTION");
        Api api = scene.api();
        String images = address(flight(scene, "Again")) + "/images";
        assertThat(api.get(images + "?plan=refused").list("images"))
                .singleElement()
                .satisfies(image -> assertThat(image.getJsonObject("error").getString("code"))
                        .isEqualTo("NOT_WHOLE_JPEG"));
        Reply first = api.get(images + "?limit=4");
        assertThat(first.list("images"))
                .extracting(image -> image.getString("name") + " " + image.getString("plan"))
                .containsExactly(
                        "IMG_0001.JPG CHANGED",
                        "IMG_0002.JPG GONE",
                        "IMG_0003.JPG DELIVERED",
                        "IMG_0004.JPG DELIVERED");
        assertThat(api.get(first.link().orElseThrow()).list("images"))
                .extracting(image -> image.getString("name") + " " + image.getString("plan"))
                .containsExactly("NEW.JPG NEW", "no.jpg REFUSED");
    }
}
