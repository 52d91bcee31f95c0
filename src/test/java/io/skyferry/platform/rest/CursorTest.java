package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.transfer.testkit.Failures;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackAsItWent() {
        Cursor cursor = new Cursor("name", "Flüge & \"Ähnliches\"", 42);

        assertThat(Cursor.of(cursor.text(), "name")).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.of(null, "name")).isEmpty();
        assertThat(Cursor.of("", "name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc", "name\0F", "name\0F\0x", "size\0F\0001", "name\0F\0001\0002"})
    void isNothingElse(String text) {
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Failures.of(() -> Cursor.of(text, "name")).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(Failures.of(() -> Cursor.of(encoded, "name")).detail()).startsWith("'after'");
    }
}
