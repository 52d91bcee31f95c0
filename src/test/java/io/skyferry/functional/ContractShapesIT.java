package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five calls that existing scripts use: their addresses and every promised field. */
class ContractShapesIT {
    private static final String BASE = "/api/tapis-storage/";

    private static Scene scene;
    private static long project;

    @BeforeAll
    static void makeOneProject() {
        scene = Scene.signedIn();
        project = scene.create(scene.flight("Shape").withPhotos(2));
        scene.sync(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"systems", "systems/"})
    void listsSystems(String call) {
        JsonObject answer = scene.api().get(BASE + call).ok();

        assertThat(answer.getInt("count")).isEqualTo(1);
        JsonObject system = answer.getJsonArray("systems").getJsonObject(0);
        assertThat(system.keySet()).contains("id", "host", "systemType", "description", "created");
        assertThat(system.getString("id")).isEqualTo(scene.system());
        assertThat(system.getString("host")).isEqualTo("it.example.org");
        assertThat(system.getString("systemType")).isEqualTo("LINUX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discover-flights", "discover-flights/", "discover_flights", "discover_flights/"})
    void discoversFlights(String call) {
        JsonObject answer =
                scene.api().post(BASE + call, Bodies.systems(scene.system())).ok();

        assertThat(answer.getInt("count")).isEqualTo(1);
        JsonObject flight = answer.getJsonArray("flights").getJsonObject(0);
        assertThat(flight.getString("flight_name")).isEqualTo("Shape");
        assertThat(flight.getString("system_id")).isEqualTo(scene.system());
        assertThat(flight.getString("images_path")).isEqualTo("Shape/code/images");
        assertThat(flight.getInt("image_count")).isEqualTo(2);
        assertThat(Instant.parse(flight.getString("discovered_at"))).isBefore(Instant.now());
    }

    @Test
    void discoversEverywhereWithoutABody() {
        assertThat(scene.api().post(BASE + "discover-flights/").ok().getInt("count"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-projects", "create-projects/", "create_projects", "create_projects/"})
    void createsProjects(String call) {
        Scene fresh = Scene.withoutSignIn();
        fresh.flight("Made").withPhotos(2);

        JsonObject results =
                fresh.api().post(BASE + call, Bodies.autoDiscover()).ok().getJsonObject("results");

        assertThat(results.getInt("systems_scanned")).isEqualTo(1);
        assertThat(results.getInt("flights_discovered")).isEqualTo(1);
        assertThat(results.getInt("projects_created")).isEqualTo(1);
        assertThat(results.getJsonArray("errors")).isEmpty();
        JsonObject made = results.getJsonArray("created_projects").getJsonObject(0);
        assertThat(made.getInt("project_id")).isPositive();
        assertThat(made.getString("project_name")).isEqualTo("Made (" + fresh.system() + ")");
        assertThat(made.getString("flight_name")).isEqualTo("Made");
        assertThat(made.getString("system_id")).isEqualTo(fresh.system());
        assertThat(made.getInt("image_count")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flight-projects", "flight-projects/", "flight_projects", "flight_projects/"})
    void listsFlightProjects(String call) {
        JsonObject answer = scene.api().get(BASE + call).ok();

        assertThat(answer.getInt("count")).isEqualTo(1);
        JsonObject listed = answer.getJsonArray("projects").getJsonObject(0);
        assertThat(listed.getJsonNumber("id").longValue()).isEqualTo(project);
        assertThat(listed.getString("name")).isEqualTo("Shape (" + scene.system() + ")");
        assertThat(listed.getString("description")).contains("Shape", scene.system());
        assertThat(Instant.parse(listed.getString("created_at"))).isBefore(Instant.now());
        assertThat(listed.getJsonArray("tags").toString()).contains("tapis", "flight", "Shape", scene.system());
        assertThat(listed.getInt("task_count")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sync-project-images", "sync-project-images/", "sync_project_images", "sync_project_images/"})
    void startsSyncs(String call) {
        JsonObject answer =
                scene.api().post(BASE + call, Bodies.project(project)).ok();

        assertThat(answer.getString("message")).isNotBlank();
        long job = answer.getJsonNumber("job_id").longValue();
        assertThat(scene.api()
                        .get(answer.getString("follow"))
                        .ok()
                        .getJsonObject("job")
                        .getInt("job_id"))
                .isEqualTo((int) job);
        scene.awaitEnd(job);
    }
}
