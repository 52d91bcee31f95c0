package io.skyferry.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void takesTheMessageOutOfJson() {
        assertThat(excerpt(
                        "{\"status\":\"Forbidden\",\"message\":\"FILES_NOT_AUTHORIZED. \\\"x\\\"\",\"result\":null}"))
                .isEqualTo("FILES_NOT_AUTHORIZED. \"x\"");
        assertThat(excerpt("[\"No files uploaded\"]")).isEqualTo("[\"No files uploaded\"]");
    }

    @Test
    void takesTheTextOutOfHtml() {
        assertThat(excerpt("<html><head><title>t</title></head><script>evil()</script><h1>502 Bad\r\nGateway</h1>"))
                .isEqualTo("502 Bad Gateway");
    }

    @Test
    void isOneShortLine() {
        assertThat(excerpt("a\nb\u0000\u202ec" + " word".repeat(1000)))
                .startsWith("a b c word")
                .hasSizeLessThan(210);
        assertThat(excerpt("")).isEmpty();
    }

    @Test
    void keepsSecretsOut() {
        assertThat(excerpt("bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc and password=hunter2 and "
                        + "0123456789abcdef0123456789abcdef01234567"))
                .isEqualTo("bad token [...] and [...] and [...]");
        assertThat(excerpt("FILES_CLIENT_SSH_SESSION_POOL_ERROR on host"))
                .isEqualTo("FILES_CLIENT_SSH_SESSION_POOL_ERROR on host");
    }

    private static String excerpt(String text) {
        return Excerpt.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
