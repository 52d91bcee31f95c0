package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may write to a system chooses the names of flights; they stay text. */
class HostileNamesIT {
    private final Scene scene = Scene.signedIn();

    @ParameterizedTest
    @ValueSource(
            strings = {"<img src=x onerror=alert(1)>", "' or 1=1; --", "${jndi:ldap:x}", "#{jobParameters['project']}"})
    void aNameWithMarkupIsANameLikeAnyOther(String name) {
        FlightFolder flight = scene.flight(name).withPhotos(2);
        long project = scene.create(flight);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        Deliveries.assertComplete(scene.task(project), flight);
        Reply shown = scene.api().get("/api/skyferry/projects/" + project);
        assertThat(shown.ok().getJsonObject("project").getString("flight_name")).isEqualTo(name);
        assertThat(shown.http().headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void aNameWithALineBreakWritesNoLineOfItsOwn() {
        scene.flight("Broken\n[ERROR   ] Forged line").withPhotos(2);

        scene.api()
                .post("/api/tapis-storage/discover-flights/", Bodies.systems(scene.system()))
                .ok();
        scene.api().post("/api/tapis-storage/create-projects/", Bodies.systems(scene.system()));

        assertThat(Arrays.stream(scene.deployment().server().readLog().split("\n")))
                .noneMatch(line -> line.startsWith("[ERROR   ] Forged line"));
    }
}
