package io.skyferry.sandbox.tapis.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldReaderTest {
    @TempDir
    Path directory;

    @Test
    void makesEveryDirectoryASystemWhenThereAreDefaults() throws IOException {
        for (String id : List.of("p.3", "p.1", "p.2")) {
            Files.createDirectories(directory.resolve("systems").resolve(id));
        }
        Files.writeString(
                directory.resolve("world.json"),
                "{\"systemDefaults\": {\"owner\": \"o\", \"readers\": [\"a\"]},"
                        + " \"systems\": [{\"id\": \"p.2\", \"owner\": \"x\"}]}");

        World world = new WorldReader(directory).read(null, null);

        assertThat(world.systems()).extracting(StorageSystem::id).containsExactly("p.2", "p.1", "p.3");
        assertThat(world.systems()).extracting(StorageSystem::owner).containsExactly("x", "o", "o");
        assertThat(world.systems()).allMatch(system -> system.isVisibleTo("a") && !system.isVisibleTo("b"));
        assertThat(world.tenant()).isEqualTo("sandbox");
    }

    @Test
    void takesTenantAndCallbackFromOutside() throws IOException {
        Files.writeString(
                directory.resolve("world.json"),
                "{\"tenant\": \"t\", \"clients\": [{\"client_id\": \"c\", \"client_key\": \"SECRET\"}]}");

        World world = new WorldReader(directory).read("other", "http://back/");

        assertThat(world.tenant()).isEqualTo("other");
        assertThat(world.clients().get(0).callbackUrl()).isEqualTo("http://back/");
        assertThat(world.toString()).doesNotContain("SECRET");
    }
}
