package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.CommandRun;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import org.junit.jupiter.api.Test;

/** The commands against the real server. */
class CommandLineIT {
    private final Scene scene = Scene.withoutSignIn();
    private final FlightFolder flight = scene.flight("Cable").withPhotos(3);

    @Test
    void bringsAUsersFlights() {
        assertThat(skyferry(Deployment.password(scene.username()) + "\n", "sign-in", "--password-stdin"))
                .contains("Signed in as " + scene.username() + "@sandbox");

        CommandRun dry = discover("--dry-run");
        assertThat(dry.exit()).as(dry.errors()).isZero();
        assertThat(dry.output()).contains("Cable");
        assertThat(scene.webOdm().listProjects()).isEmpty();

        CommandRun made = discover();
        assertThat(made.exit()).as(made.errors()).isZero();
        assertThat(made.output()).contains("Systems scanned: 1", "Projects created: 1", "Cable");

        skyferry("", "sync", "--all", "--wait");
        long project = scene.webOdm()
                .listProjects()
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();
        skyferry("", "wait", "--project", Long.toString(project), "--processed");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(skyferry("", "projects")).contains("Cable", "COMPLETED");
    }

    @Test
    void failsWithAStatusWithoutSignIn() {
        CommandRun refused = discover();

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.errors()).contains("No Tapis token found");
    }

    private CommandRun discover(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "--user";
        arguments[1] = scene.username();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return CommandRun.of("", "discover_tapis_flights", arguments);
    }

    private String skyferry(String input, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--user";
        all[arguments.length + 1] = scene.username();
        CommandRun run = CommandRun.of(input, "skyferry", all);
        assertThat(run.exit()).as(run.output() + run.errors()).isZero();
        return run.output();
    }
}
