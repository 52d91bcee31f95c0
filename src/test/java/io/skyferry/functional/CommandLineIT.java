package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.cli.fake.ConnectProxy;
import io.skyferry.cli.fake.FakeSkyferry;
import io.skyferry.cli.fake.PrivateAuthority;
import io.skyferry.functional.kit.CommandRun;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        CommandRun made = discover("--client-id", "skyferry-demo");
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
        assertThat(skyferry("", "projects", "--state", "COMPLETED")).contains("Cable");
        assertThat(skyferry("", "flights", "--search", "cab", "--has-project", "true"))
                .contains("Cable", "COMPLETED");
        followsWhatHappened(project);
    }

    private void followsWhatHappened(long project) {
        String[] watched = skyferry("", "watch", "--since", "0", "--kind", "sync_ended", "--timeout", "5s", "--json")
                .lines()
                .toArray(String[]::new);
        assertThat(watched).singleElement().asString().contains("\"project_id\":" + project);
        assertThat(skyferry("", "syncs", Long.toString(project))).contains("COMMITTED");
        String job = watched[0].replaceFirst(".*\"job_id\":(\\d+).*", "$1");
        assertThat(skyferry("", "watch", "--job", job)).contains("Cable", "COMMITTED");
        assertThat(skyferry("", "log", job, "--tail", "5").lines()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void changesWhatItsUserWants() {
        assertThat(skyferry("", "preferences", "change", "--max-projects", "7", "--systems", "ptdatax.project.A"))
                .containsPattern("Most projects.* 7")
                .contains("ptdatax.project.A");
        assertThat(skyferry("", "preferences", "change", "--systems", ""))
                .containsPattern("Most projects.* 7")
                .doesNotContain("project.A");
        assertThat(skyferry("", "notices", "change", "--occasions", "task_lost"))
                .contains("task_lost");
        assertThat(skyferry("", "webhook")).contains("none");
        assertThat(skyferry("", "link-webodm", "--remove")).contains("No WebODM account");
    }

    @Test
    void tunnelsThroughAProxyThatWantsToKnowWho(@TempDir Path directory) throws Exception {
        PrivateAuthority authority = PrivateAuthority.in(directory);
        try (FakeSkyferry server = new FakeSkyferry(authority.context());
                ConnectProxy proxy = new ConnectProxy(server.port(), "Basic bmFtZTp3b3Jk")) {
            server.on("GET /api/skyferry/me", "{'success':true,'user':'ada@portals'}");
            Map<String, String> environment = Map.of(
                    "SKYFERRY_TOKEN",
                    "token",
                    "SKYFERRY_SERVER",
                    "https://skyferry.test",
                    "SKYFERRY_CA_FILE",
                    authority.pem().toString(),
                    "https_proxy",
                    "http://name:word@127.0.0.1:" + proxy.port());

            CommandRun run = CommandRun.run(environment, "", "skyferry", "me");

            assertThat(run.output()).as(run.errors()).contains("ada@portals");
        }
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
