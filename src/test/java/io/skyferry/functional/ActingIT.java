package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three ways of acting in WebODM for a user, each through a whole sync, and choosing among them. */
class ActingIT {
    private static final String ACCOUNT = "/api/skyferry/webodm-account";

    @Test
    void actsWithWebOdmsOwnKeyUnlessTheUserChoosesOtherwise() {
        Scene scene = Scene.signedIn();
        JsonObject shown = scene.api().get(ACCOUNT).ok();

        assertThat(shown.getString("acting")).isEqualTo("signing-key");
        assertThat(shown.getString("acts_as")).isEqualTo(scene.username());
        assertThat(texts(shown.getJsonArray("available"))).containsExactly("signing-key", "linked", "service");
        assertSyncs(scene, scene.username());
    }

    @Test
    void actsWithTheLinkedAccount() {
        Scene scene = Scene.signedIn();
        Scene colleague = Scene.withoutSignIn();
        JsonObject linked = scene.api()
                .send(
                        "PUT",
                        ACCOUNT,
                        "application/json",
                        Bodies.credentials(colleague.username(), Deployment.password(colleague.username()))
                                .toString())
                .ok();

        assertThat(linked.getString("acting")).isEqualTo("linked");
        assertThat(linked.getString("acts_as")).isEqualTo(colleague.username());
        assertThat(check(scene).getBoolean("works")).isTrue();
        long project = assertSyncs(scene, colleague.username());
        assertThat(scene.webOdm().listProjects()).as("not the user's own").isEmpty();
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    @Test
    void actsWithTheServiceAccountAndShares() {
        Scene scene = Scene.signedIn();

        assertThat(choose(scene, "service").ok().getString("acts_as")).isEqualTo("ferry");
        assertThat(check(scene).getBoolean("works")).isTrue();
        long project = assertSyncs(scene, "ferry");
        assertThat(scene.webOdm().getProject(project).getBoolean("owned")).isFalse();
    }

    @Test
    void saysInPlainWordsThatWebOdmDoesNotKnowTheUser() {
        Scene scene = Scene.unknownToWebOdm();
        JsonObject check = check(scene);

        assertThat(check.getBoolean("works")).isFalse();
        assertThat(check.getString("code")).isEqualTo("WEBODM_USER_UNKNOWN");
        assertThat(check.getString("detail")).contains("WebODM has no user '" + scene.username() + "'");
        assertThat(check.getString("hint")).contains("choose another way");
        JsonObject results = scene.api()
                .post(
                        "/api/tapis-storage/create-projects/",
                        Bodies.flights(scene.flight("Nobodys").withPhotos(2)))
                .ok()
                .getJsonObject("results");
        assertThat(results.getJsonArray("errors").toString()).contains("WebODM has no user");

        choose(scene, "service").ok();
        assertThat(check(scene).getString("code")).isEqualTo("WEBODM_USER_UNKNOWN");
        choose(scene, "linked").ok();
        assertThat(check(scene).getString("code")).isEqualTo("WEBODM_NOT_LINKED");
        assertThat(scene.api().get(ACCOUNT).ok().isNull("acts_as")).isTrue();
        assertThat(scene.api()
                        .send("DELETE", ACCOUNT, "application/json", null)
                        .ok()
                        .getString("acting"))
                .isEqualTo("signing-key");
    }

    @Test
    void saysThatTheLinkedPasswordIsWrong() {
        Scene scene = Scene.signedIn();
        scene.api()
                .send(
                        "PUT",
                        ACCOUNT,
                        "application/json",
                        Bodies.credentials(scene.username(), "wrong").toString())
                .ok();

        assertThat(check(scene).getString("code")).isEqualTo("WEBODM_SIGN_IN");
        assertThat(check(scene).getString("detail"))
                .contains("does not accept the password of " + scene.username(), "link the account again");
    }

    @Test
    void takesNoWayThatIsNotOffered() {
        Reply reply = choose(Scene.signedIn(), "magic");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("detail")).contains("'acting' must be one of signing-key, linked, service");
    }

    private static Reply choose(Scene scene, String way) {
        JsonObject body = Json.createObjectBuilder().add("acting", way).build();
        return scene.api().send("PUT", ACCOUNT, "application/json", body.toString());
    }

    private static JsonObject check(Scene scene) {
        return scene.api().get(ACCOUNT + "?check=true").ok().getJsonObject("check");
    }

    private static long assertSyncs(Scene scene, String webOdmOwner) {
        FlightFolder flight = scene.flight("Acted").withPhotos(3);
        long project = scene.create(flight);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.webOdm(webOdmOwner).getProject(project).getBoolean("owned"))
                .isTrue();
        return project;
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs((JsonValue value) -> ((JsonString) value).getString());
    }
}
