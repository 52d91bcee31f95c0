package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where a flight's images were taken, and what they look like, before anything is moved. */
class PreviewIT {
    private final Scene scene = Scene.withoutSignIn();

    private String flight(String name) {
        scene.api().post("/api/tapis-storage/discover-flights/").ok();
        JsonObject flight = scene.api()
                .get("/api/skyferry/flights?q=" + name)
                .list("flights")
                .get(0);
        return "/api/skyferry/flights/" + flight.getJsonNumber("id").longValue();
    }

    private JsonObject awaitRead(String address) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> scene.api().get(address + "/positions").ok().getJsonObject("positions"),
                        found -> !found.getString("state").equals("READING"));
    }

    @Test
    void showsWhereImagesWereTaken() {
        scene.flight("Mapped").withPhotos(5).put("BROKEN.JPG", new byte[100]);
        String address = flight("Mapped");

        JsonObject found = awaitRead(address);

        assertThat(found.getString("state")).isEqualTo("READY");
        assertThat(found.getInt("read")).isEqualTo(6);
        assertThat(found.getInt("of")).isEqualTo(6);
        assertThat(found.getInt("with_position")).isEqualTo(5);
        assertThat(found.getInt("odd")).isEqualTo(1);
        JsonObject image = found.getJsonArray("images").getJsonObject(1);
        assertThat(image.getString("name")).isEqualTo("IMG_0001.JPG");
        assertThat(image.getJsonNumber("latitude").doubleValue()).isBetween(30.0, 60.0);
        assertThat(image.getInt("width")).isPositive();
        assertThat(found.getJsonObject("bounding_box").getJsonNumber("north").doubleValue())
                .isBetween(30.0, 60.0);
        assertThat(scene.api()
                        .post(
                                address + "/positions",
                                Json.createObjectBuilder().add("all", true).build())
                        .ok()
                        .getBoolean("success"))
                .isTrue();
        assertThat(awaitRead(address).getBoolean("sampled")).isFalse();
    }

    @Test
    void showsSmallPictures() {
        scene.flight("Seen small").withPhotos(1).put("BROKEN.JPG", new byte[100]);
        String address = flight("Seen+small");
        String picture = address + "/images/IMG_0001.JPG/thumbnail";

        Reply small = scene.api().get(picture);

        assertThat(small.status()).isEqualTo(200);
        assertThat(small.http().headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(small.http().headers().firstValue("Cache-Control")).hasValue("private, max-age=3600");
        assertThat(small.http().headers().firstValue("ETag")).isPresent();
        assertThat(scene.api().get(address + "/images/BROKEN.JPG/thumbnail").status())
                .isEqualTo(404);
        assertThat(scene.api()
                        .get(address + "/images/NONE.JPG/thumbnail")
                        .json()
                        .getString("code"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void showsNothingToOthers() {
        scene.flight("Hidden").withPhotos(1);
        String address = flight("Hidden");
        Scene stranger = Scene.withoutSignIn();
        for (String path : new String[] {"/positions", "/images/IMG_0001.JPG/thumbnail"}) {
            assertThat(stranger.api().get(address + path).json().getString("code"))
                    .isEqualTo("FLIGHT_NOT_FOUND");
            assertThat(Api.anonymous().get(address + path).status()).isEqualTo(401);
        }
    }
}
