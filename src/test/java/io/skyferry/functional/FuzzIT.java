package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.ApiDocument;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.RequestFuzz;
import io.skyferry.functional.kit.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to whichever operation of the document: no failure of ours, nothing that the document does not
 * describe, no stack trace. The seed is printed; {@code -Dskyferry.fuzz.seed} gives another one.
 */
@Tag("any-database")
class FuzzIT {
    private static final long SEED = Long.getLong("skyferry.fuzz.seed", 20_261_123);
    private static final int EACH = Integer.getInteger("skyferry.fuzz.each", 15);

    @Test
    void survivesWhatIsSentToIt() {
        System.out.println("Fuzz seed " + SEED);
        Scene scene = Scene.signedIn();
        long project = scene.create(scene.flight("Fuzzed").withPhotos(2));
        List<Api> callers = List.of(scene.api(), scene.api(), Api.anonymous());
        RequestFuzz fuzz = new RequestFuzz(SEED, project);
        List<String> findings = new ArrayList<>();
        for (ApiDocument.Operation operation :
                ApiDocument.of(Deployment.running().server()).operations()) {
            // It answers for as long as somebody listens.
            if (!operation.path().endsWith("/events")) {
                for (int turn = 0; turn < EACH; turn++) {
                    send(callers.get(turn % callers.size()), fuzz.next(operation), findings);
                }
            }
        }
        assertThat(findings).as("seed " + SEED).isEmpty();
        assertThat(scene.project(project).getString("flight_name")).isEqualTo("Fuzzed");
    }

    private static void send(Api api, RequestFuzz.Sent sent, List<String> findings) {
        try {
            Reply reply = api.sendWith(sent.method(), sent.address(), sent.headers(), sent.body());
            if (reply.status() >= 500 || isTrace(reply.text())) {
                findings.add(sent + " -> " + reply.status() + " " + reply.text());
            }
        } catch (AssertionError e) {
            findings.add(sent + " -> " + e.getMessage());
        }
    }

    private static boolean isTrace(String text) {
        return text.contains("Exception") || text.contains("\tat ") || text.contains("io.skyferry.");
    }
}
