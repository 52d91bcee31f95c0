package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.testkit.Failures;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRecordsTest {
    record Inner(String flightName) {}

    record Body(
            String someText,
            Boolean flag,
            boolean plain,
            Integer count,
            Long big,
            List<String> words,
            List<Inner> inner,
            @JsonbProperty("other_name") String renamed,
            JsonObject any) {}

    private static Failure failure(String json) {
        return Failures.of(() -> StrictRecords.read(Body.class, json));
    }

    @Test
    void readsEachFieldByItsName() {
        Body body = StrictRecords.read(Body.class, """
                {"some_text": "a", "flag": true, "count": 3, "big": 9007199254740993, "words": ["x", null],
                 "inner": [{"flight_name": "F"}], "other_name": "o", "unknown": {"deep": []}}""");

        assertThat(body)
                .isEqualTo(new Body(
                        "a",
                        true,
                        false,
                        3,
                        9007199254740993L,
                        java.util.Arrays.asList("x", null),
                        List.of(new Inner("F")),
                        "o",
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"some_text\": 1} | 'some_text' must be text.",
                "{\"some_text\": \"a\\u0000\"} | 'some_text' has characters that are no text.",
                "{\"some_text\": \"\\ud800\"} | 'some_text' has characters that are no text.",
                "{\"flag\": \"yes\"} | 'flag' must be true or false.",
                "{\"plain\": 0} | 'plain' must be true or false.",
                "{\"count\": 1.5} | 'count' must be a whole number that fits.",
                "{\"count\": 3000000000} | 'count' must be a whole number that fits.",
                "{\"big\": \"12\"} | 'big' must be a whole number that fits.",
                "{\"big\": 1e30} | 'big' must be a whole number that fits.",
                "{\"words\": \"x\"} | 'words' must be a list.",
                "{\"words\": [\"x\", 2]} | 'words[1]' must be text.",
                "{\"inner\": [{\"flight_name\": []}]} | 'inner[0].flight_name' must be text.",
                "{\"inner\": [7]} | 'inner[0]' must be an object.",
                "{\"any\": []} | 'any' is not what this call takes.",
                "{\"any\": \"\"} | 'any' is not what this call takes.",
                "[] | The body must be a JSON object.",
                "7 | The body must be a JSON object.",
                "{ | The body is not JSON.",
                "{} {} | The body is not JSON."
            },
            quoteCharacter = '`')
    void saysWhatIsWrong(String json, String detail) {
        assertThat(failure(json).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure(json).detail()).isEqualTo(detail);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(failure("[".repeat(500_000)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void takesNothingAsNothing(String json) throws Exception {
        assertThat(read(json)).isNull();
    }

    @Test
    void refusesMoreThanAMegabyte() {
        Failure failure = Failures.of(() -> read(" ".repeat(1 << 20) + "{}"));

        assertThat(failure.code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Record read(String json) {
        try {
            return new StrictRecords()
                    .readFrom(
                            (Class) Body.class,
                            Body.class,
                            null,
                            null,
                            null,
                            new ByteArrayInputStream(json.getBytes()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
