package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many ask at the same time, and however an answer gets lost: each thing is made once. */
class ConcurrencyIT {
    private static final int CALLERS = 20;

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void repair() {
        scene.deployment().webodm().server().faults().clear();
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void manyWhoCreateGetOneProjectPerFlight() throws Exception {
        scene.flight("Rush_1").withPhotos(2);
        scene.flight("Rush_2").withPhotos(2);

        List<Integer> created = atOnce(() -> scene.api()
                .post("/api/tapis-storage/create-projects/", Bodies.autoDiscover())
                .ok()
                .getJsonObject("results")
                .getInt("projects_created"));

        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(scene.webOdm().listProjects()).hasSize(2);
        assertThat(scene.api().get("/api/tapis-storage/flight-projects/").list("projects"))
                .hasSize(2)
                .allSatisfy(project -> assertThat(scene.webOdm()
                                .listTasks(project.getJsonNumber("id").longValue()))
                        .hasSize(1));
    }

    @Test
    void manyWhoStartASyncFollowTheSameRun() throws Exception {
        FlightFolder flight = scene.flight("Crowd").withPhotos(8);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(1500);

        List<Long> jobs = atOnce(() -> scene.startSync(project));

        assertThat(jobs).hasSize(CALLERS).containsOnly(jobs.get(0));
        scene.awaitEnd(jobs.get(0));
        assertThat(scene.api().get("/api/skyferry/jobs").list("jobs")).hasSize(1);
        Deliveries.assertComplete(scene.task(project), flight);
        Deliveries.assertUploadedOnce(scene.task(project));
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<T>> calls = threads.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(caller -> call).toList());
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> done : calls) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/projects/$", "/api/projects/\\d+/tasks/$"})
    void aLostAnswerLeadsToNoDuplicate(String call) {
        FlightFolder flight = scene.flight("Lost").withPhotos(2);
        scene.deployment()
                .webodm()
                .server()
                .faults()
                .add(Fault.on("POST", call, new FaultEffect.LostAnswer()).times(1));

        scene.api().post("/api/tapis-storage/create-projects/", Bodies.flights(flight));
        scene.api().post("/api/tapis-storage/create-projects/", Bodies.flights(flight));

        assertThat(scene.webOdm().listProjects()).hasSize(1);
        long project = scene.webOdm()
                .listProjects()
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();
        assertThat(scene.webOdm().listTasks(project)).hasSize(1);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
    }
}
