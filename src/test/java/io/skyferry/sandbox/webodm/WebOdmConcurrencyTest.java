package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many callers at once. */
class WebOdmConcurrencyTest extends WebOdmFixture {
    private static final int CALLERS = 8;

    @Test
    void losesNoFileAndStartsOneJob() throws Exception {
        List<Callable<HttpResponse<byte[]>>> uploads = IntStream.range(0, 60)
                .mapToObj(i -> (Callable<HttpResponse<byte[]>>)
                        () -> alice.upload(task, MultipartBody.files(i + ".jpg", "same.jpg")))
                .toList();
        assertThat(statuses(uploads)).hasSize(60).containsOnly(200);
        assertThat(taskNow().getInt("images_count")).isEqualTo(61);
        Callable<HttpResponse<byte[]>> commit = () -> alice.post(task + "commit/");
        assertThat(statuses(Collections.nCopies(CALLERS, commit))).containsOnly(200);
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(report().imagesPerJob()).containsExactly(61);
        assertThat(report().commits()).isEqualTo(CALLERS);
        assertThat(report().files()).hasSize(61);
        assertThat(SlowUpload.incoming(data)).isZero();
    }

    private static List<Integer> statuses(List<Callable<HttpResponse<byte[]>>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<byte[]>> answer : callers.invokeAll(calls)) {
                statuses.add(answer.get().statusCode());
            }
            return statuses;
        } finally {
            callers.shutdownNow();
        }
    }
}
