package io.skyferry.bench;

import io.skyferry.functional.kit.FlightFolder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A sandbox in a process of its own, with flights of any size; what is measured shares no heap with it. */
final class Field implements AutoCloseable {
    static final String SYSTEM = "ptdatax.project.PTDATAX-284";

    private static final Path DEMO = Path.of("src/sandbox/world");
    private static final int TAPIS_PORT = 18801;
    private static final int WEBODM_PORT = 18800;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final Process sandbox;

    Field(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        Path world = Files.createDirectories(directory.resolve("world"));
        Files.copy(DEMO.resolve("world.json"), world.resolve("world.json"), StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(world.resolve("systems").resolve(SYSTEM));
        this.sandbox = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.skyferry.sandbox.Sandbox",
                        "--world",
                        world.toString(),
                        "--tapis-port",
                        Integer.toString(TAPIS_PORT),
                        "--webodm-port",
                        Integer.toString(WEBODM_PORT),
                        "--data",
                        directory.resolve("webodm").toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sandbox.log").toFile())
                .start();
        awaitAnswer();
    }

    private void awaitAnswer() throws InterruptedException {
        for (int look = 0; look < 300; look++) {
            try {
                send(HttpRequest.newBuilder(tapis("/v3/tenants")).build());
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the sandbox did not start");
    }

    /** So many different whole JPEGs of about so many bytes; made anew only when they are not there. */
    Path flight(String name, int count, int bytes) throws IOException {
        Path images =
                directory.resolve("world/systems").resolve(SYSTEM).resolve(name).resolve("code/images");
        Files.createDirectories(images);
        byte[] photo = photo(bytes);
        for (int number = 0; number < count; number++) {
            Path file = images.resolve(image(number));
            if (!Files.exists(file)) {
                photo[24] = (byte) number;
                photo[25] = (byte) (number >> 8);
                Files.write(file, photo);
            }
        }
        return images;
    }

    static String image(int number) {
        return "IMG_%05d.JPG".formatted(number);
    }

    static List<String> images(int count) {
        return IntStream.range(0, count).mapToObj(Field::image).toList();
    }

    /** A whole JPEG of exactly so many bytes, most of them random ones in comments. */
    static byte[] photo(int bytes) {
        byte[] real = FlightFolder.tinyPhoto();
        Random random = new Random(1);
        ByteArrayOutputStream photo = new ByteArrayOutputStream(bytes + 70000);
        photo.write(real, 0, 2);
        while (photo.size() + real.length < bytes) {
            byte[] comment = new byte[Math.max(10, Math.min(65000, bytes - photo.size() - real.length))];
            random.nextBytes(comment);
            photo.write(0xFF);
            photo.write(0xFE);
            photo.write((comment.length + 2) >> 8);
            photo.write((comment.length + 2) & 0xFF);
            photo.writeBytes(comment);
        }
        photo.write(real, 2, real.length - 2);
        return photo.toByteArray();
    }

    void pace(int latencyMillis, long bytesPerSecond) throws IOException, InterruptedException {
        pace(tapis("/sandbox/"), latencyMillis, bytesPerSecond);
    }

    void paceOfWebOdm(int latencyMillis, long bytesPerSecond) throws IOException, InterruptedException {
        pace(webOdm("/sandbox/"), latencyMillis, bytesPerSecond);
    }

    private void pace(URI control, int latencyMillis, long bytesPerSecond) throws IOException, InterruptedException {
        send(post(
                        control.resolve("latency"),
                        Json.createObjectBuilder().add("ms", latencyMillis).build())
                .build());
        send(post(
                        control.resolve("bandwidth"),
                        Json.createObjectBuilder()
                                .add("bytesPerSecond", bytesPerSecond)
                                .build())
                .build());
    }

    private static HttpRequest.Builder post(URI address, JsonObject body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    String tapisToken() throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("grant_type", "password")
                .add("username", "ada")
                .add("password", "ada-demo")
                .build();
        return json(send(post(tapis("/v3/oauth2/tokens"), body).build()))
                .getJsonObject("result")
                .getJsonObject("access_token")
                .getString("access_token");
    }

    String webOdmToken() throws IOException, InterruptedException {
        JsonObject body = Json.createObjectBuilder()
                .add("username", "ada")
                .add("password", "ada-demo")
                .build();
        return json(send(post(webOdm("/api/token-auth/"), body).build())).getString("token");
    }

    /** A new partial task; its project's id and its own, with a slash between them. */
    String task(String token) throws IOException, InterruptedException {
        JsonObject project = json(send(post(
                        webOdm("/api/projects/"),
                        Json.createObjectBuilder().add("name", "bench").build())
                .header("Authorization", "JWT " + token)
                .build()));
        int id = project.getInt("id");
        JsonObject task = Json.createObjectBuilder()
                .add("name", "bench")
                .add("partial", true)
                .build();
        return id + "/"
                + json(send(post(webOdm("/api/projects/" + id + "/tasks/"), task)
                                .header("Authorization", "JWT " + token)
                                .build()))
                        .getString("id");
    }

    static URI tapis(String path) {
        return URI.create("http://127.0.0.1:" + TAPIS_PORT + path);
    }

    static URI webOdm(String path) {
        return URI.create("http://127.0.0.1:" + WEBODM_PORT + path);
    }

    static URI content(String flight, String image) {
        return tapis("/v3/files/content/" + SYSTEM + "/" + flight + "/code/images/" + image);
    }

    /** Where images of a task go. */
    static String uploads(String task) {
        String[] ids = task.split("/");
        return webOdm("/api/projects/" + ids[0] + "/tasks/" + ids[1] + "/upload/")
                .toString();
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        sandbox.destroy();
    }
}
