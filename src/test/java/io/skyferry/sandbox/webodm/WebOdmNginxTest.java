package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import io.skyferry.sandbox.webodm.api.Flavour;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is different behind nginx: a request is worked on when it is complete, or not at all. */
class WebOdmNginxTest extends WebOdmFixture {
    @Override
    WebOdmOptions options() {
        return super.options().withFlavour(Flavour.NGINX);
    }

    @Test
    void keepsCommitWhenAnUploadOutlivesItButMiscounts() throws Exception {
        upload("a.jpg", "b.jpg");
        try (SlowUpload late = new SlowUpload(this, "c.jpg")) {
            late.sendHalf();
            alice.post(task + "commit/");
            finishProcessing();
            assertThat(taskNow().getInt("status")).isEqualTo(40);
            assertThat(late.sendRest()).startsWith("HTTP/1.1 200");
        }

        JsonObject now = taskNow();
        assertThat(now.getBoolean("partial")).isFalse();
        assertThat(now.getInt("status")).isEqualTo(40);
        assertThat(now.getInt("images_count")).isEqualTo(3);
        assertThat(report().nodeImages()).isEqualTo(2);
    }

    @Test
    void dropsCutRequestAltogether() throws Exception {
        try (SlowUpload cut = new SlowUpload(this, "first.jpg", "second.jpg")) {
            cut.sendHalf();
        }

        await().until(() -> SlowUpload.incoming(data) == 0);
        alice.upload(task, MultipartBody.files("later.jpg"));
        assertThat(report().files()).extracting("name").containsExactly("later.jpg");
    }

    @Test
    void keepsTheConnection() {
        assertThat(alice.get(task).headers().firstValue("Connection")).hasValue("keep-alive");
    }
}
