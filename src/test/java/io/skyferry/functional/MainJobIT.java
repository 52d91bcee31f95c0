package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Skyferry is for: from a signed-in user to a processed task that has every byte. */
class MainJobIT {
    private static final String CREATE = "/api/tapis-storage/create-projects/";

    @Test
    void bringsEveryFlightIntoWebOdmOnce() {
        Scene scene = Scene.signedIn();
        FlightFolder beach = scene.flight("Beach").withPhotos(12);
        FlightFolder farm = scene.flight("Farm").withPhotos(5);

        JsonObject made = scene.api().post(CREATE, Bodies.autoDiscover()).ok().getJsonObject("results");

        assertThat(made.getInt("projects_created")).isEqualTo(2);
        assertThat(made.getInt("flights_discovered")).isEqualTo(2);
        assertThat(made.getJsonArray("errors")).isEmpty();
        for (FlightFolder flight : List.of(beach, farm)) {
            assertBrought(scene, flight, projectOf(made, flight));
        }
    }

    private static long projectOf(JsonObject made, FlightFolder flight) {
        return made.getJsonArray("created_projects").getValuesAs(JsonObject.class).stream()
                .filter(project -> project.getString("flight_name").equals(flight.name()))
                .findFirst()
                .orElseThrow()
                .getJsonNumber("project_id")
                .longValue();
    }

    private static void assertBrought(Scene scene, FlightFolder flight, long project) {
        JsonObject job = scene.sync(project);

        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getString("exit_status")).isEqualTo("COMMITTED");
        scene.awaitState(project, "COMPLETED");
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        Deliveries.assertUploadedOnce(task);
        assertThat(task.commits()).isEqualTo(1);
        assertThat(task.imagesPerJob()).containsExactly(flight.hashes().size());
        assertThat(scene.images(project)).allSatisfy(image -> {
            assertThat(image.getString("state")).isEqualTo("DELIVERED");
            assertThat(image.getString("sha256")).isEqualTo(flight.hashes().get(image.getString("name")));
        });
    }

    @Test
    void makesNoSecondProject() {
        Scene scene = Scene.signedIn();
        scene.create(scene.flight("Once").withPhotos(2));

        JsonObject again = scene.api().post(CREATE, Bodies.autoDiscover()).ok().getJsonObject("results");

        assertThat(again.getInt("projects_created")).isZero();
        assertThat(again.getInt("projects_existing")).isEqualTo(1);
        assertThat(scene.webOdm().listProjects()).hasSize(1);
    }

    @Test
    void tellsInADryRunWhatItWouldMakeAndMakesNothing() {
        Scene scene = Scene.signedIn();
        scene.flight("Dry").withPhotos(3);
        JsonObject body = Json.createObjectBuilder(Bodies.autoDiscover())
                .add("dry_run", true)
                .build();

        JsonObject planned = scene.api().post(CREATE, body).ok().getJsonObject("results");

        assertThat(planned.getInt("projects_created")).isZero();
        assertThat(planned.getJsonArray("would_create").getJsonObject(0).getString("flight_name"))
                .isEqualTo("Dry");
        assertThat(scene.webOdm().listProjects()).isEmpty();
    }

    @Test
    void makesProjectsThatLookAsPromised() {
        Scene scene = Scene.signedIn();
        FlightFolder flight = scene.flight("Harbour_North").withPhotos(4);
        long project = scene.create(flight);

        JsonObject there = scene.webOdm().getProject(project);

        assertThat(there.getString("name")).isEqualTo("Harbour_North (" + scene.system() + ")");
        assertThat(there.getString("description"))
                .contains(scene.system(), "Harbour_North", "Harbour_North/code/images", "4");
        assertThat(there.getJsonArray("tags").getValuesAs(JsonString::getString))
                .contains("tapis", "flight", scene.system(), "Harbour_North");
        assertThat(there.getBoolean("owned")).isTrue();
        JsonArray tasks = scene.webOdm().listTasks(project);
        assertThat(tasks).hasSize(1);
        JsonObject task = tasks.getJsonObject(0);
        assertThat(task.getString("name")).isEqualTo("Flight Harbour_North");
        assertThat(task.getString("import_url")).isEqualTo("tapis://" + scene.system() + "/Harbour_North/code/images");
    }

    @Test
    void showsTheDemoWorldsFlightsToAda() {
        Api ada = Api.as("ada");
        assertThat(ada.post("/api/tapis-storage/discover-flights/", Bodies.systems("ptdatax.project.PTDATAX-284"))
                        .list("flights"))
                .singleElement()
                .satisfies(flight -> {
                    assertThat(flight.getString("flight_name")).isEqualTo("Brighton_Beach");
                    assertThat(flight.getInt("image_count")).isEqualTo(18);
                });
    }
}
