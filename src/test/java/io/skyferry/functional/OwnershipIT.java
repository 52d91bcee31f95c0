package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users see and move what is theirs; operators see everybody's jobs. */
class OwnershipIT {
    private static Scene owner;
    private static Scene stranger;
    private static long project;
    private static long job;

    @BeforeAll
    static void syncAProject() {
        owner = Scene.signedIn();
        stranger = Scene.signedIn();
        project = owner.create(owner.flight("Mine").withPhotos(2));
        job = owner.sync(project).getJsonNumber("job_id").longValue();
    }

    @Test
    void showsEachUserTheSystemsThatTapisShowsHim() {
        assertThat(systems("ada")).containsExactly("ptdatax.project.PTDATAX-284", "ptdatax.project.PTDATAX-291");
        assertThat(systems("grace")).containsExactly("ptdatax.project.PTDATAX-291");
    }

    private static List<String> systems(String username) {
        return Api.as(username).get("/api/tapis-storage/systems/").list("systems").stream()
                .map(system -> system.getString("id"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/skyferry/projects/PROJECT, PROJECT_NOT_FOUND",
        "GET, /api/skyferry/projects/PROJECT/images, PROJECT_NOT_FOUND",
        "POST, /api/skyferry/projects/PROJECT/retry-failed, PROJECT_NOT_FOUND",
        "POST, /api/skyferry/projects/PROJECT/process-without-failed, PROJECT_NOT_FOUND",
        "GET, /api/skyferry/jobs/JOB, JOB_NOT_FOUND",
        "POST, /api/skyferry/jobs/JOB/stop, JOB_NOT_FOUND"
    })
    void hidesWhatIsSomebodyElses(String method, String path, String code) {
        String address = path.replace("PROJECT", Long.toString(project)).replace("JOB", Long.toString(job));

        Reply reply = stranger.api().send(method, address, null, null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("code")).isEqualTo(code);
        assertThat(stranger.api().get("/api/skyferry/jobs").list("jobs")).isEmpty();
        assertThat(stranger.api().get("/api/tapis-storage/flight-projects/").list("projects"))
                .isEmpty();
    }

    @Test
    void showsOperatorsEverybodysJobs() {
        Api operator = Api.as("operator");

        assertThat(operator.get("/api/skyferry/jobs?limit=1000").list("jobs")).anySatisfy(listed -> {
            assertThat(listed.getJsonNumber("job_id").longValue()).isEqualTo(job);
            assertThat(listed.getString("owner")).isEqualTo(owner.username() + "@sandbox");
        });
        assertThat(operator.get("/api/skyferry/jobs/" + job).status()).isEqualTo(200);
    }

    @Test
    void showsAJobWithItsStepsAndCounts() {
        JsonObject shown = owner.job(job);

        assertThat(shown.getString("job_name")).isEqualTo("sync-flight");
        assertThat(shown.getString("flight_name")).isEqualTo("Mine");
        assertThat(shown.getJsonNumber("project_id").longValue()).isEqualTo(project);
        assertThat(shown.getJsonArray("steps").getValuesAs(JsonObject.class))
                .extracting(step -> step.getString("name") + " " + step.getString("status"))
                .containsExactly("plan COMPLETED", "transfer COMPLETED", "commit COMPLETED", "report COMPLETED");
        assertThat(shown.getJsonObject("progress").getInt("images_delivered")).isEqualTo(2);
    }
}
