package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiIT {
    @Test
    void dump() throws Exception {
        Reply reply = Api.anonymous().get("/openapi?format=JSON");
        Files.writeString(Path.of("target/openapi.json"), reply.text());
        assertThat(reply.status()).isEqualTo(200);
        System.out.println(Api.anonymous().get("/openapi/ui/").status() + " "
                + Api.anonymous().get("/openapi/ui/").text());
    }
}
