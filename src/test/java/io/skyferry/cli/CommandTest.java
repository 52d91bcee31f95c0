package io.skyferry.cli;

import io.skyferry.cli.fake.FakeSkyferry;
import io.skyferry.cli.fake.TestSurroundings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.AfterEach;

/** A server and somebody signed in by token; {@link #run} runs {@code skyferry}. */
abstract class CommandTest {
    final FakeSkyferry server = new FakeSkyferry();
    final TestSurroundings here =
            new TestSurroundings().variable("SKYFERRY_TOKEN", "tapis-token").variable("SKYFERRY_SERVER", server.url());

    @AfterEach
    void closeServer() {
        server.close();
    }

    /** @return the exit status */
    final int run(String... arguments) {
        return Skyferry.run(here.get(), arguments);
    }

    /** All of standard output as one JSON document; fails when there is anything else. */
    final JsonObject document() {
        return parse(here.out());
    }

    static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static JsonObject json(String text) {
        return parse(text.replace('\'', '"'));
    }
}
