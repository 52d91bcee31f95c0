package io.skyferry.bench;

import io.skyferry.functional.kit.SkyferryServer;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients of one server, all the same user, each with one request open at a time. */
final class Crowd {
    private static final String LIFE = "/health/live";

    private final SkyferryServer server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Crowd(SkyferryServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Milliseconds that callers waited; the slowest is the one of a hundred. */
    record Waits(double callMedian, double callSlowest, double lifeSlowest) {}

    private record Sample(boolean life, double millis) {}

    Waits ask(String path, int clients, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Sample> samples = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Sample>>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                all.add(threads.submit(() -> oneClient(path, end)));
            }
            for (Future<List<Sample>> one : all) {
                samples.addAll(one.get());
            }
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        } finally {
            threads.shutdown();
        }
        return new Waits(percentile(samples, false, 50), percentile(samples, false, 99), percentile(samples, true, 99));
    }

    private List<Sample> oneClient(String path, long end) throws Exception {
        List<Sample> samples = new ArrayList<>();
        while (System.nanoTime() < end) {
            samples.add(new Sample(true, millis(LIFE)));
            samples.add(new Sample(false, millis(path)));
        }
        return samples;
    }

    private double millis(String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.url(path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double percentile(List<Sample> samples, boolean life, int percent) {
        List<Double> sorted = samples.stream()
                .filter(sample -> sample.life() == life)
                .map(Sample::millis)
                .sorted()
                .toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Looks for flights, returns the seconds it took. */
    double discover(int expected) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.url("/api/tapis-storage/discover-flights/"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - start) / 1e9;
        int found =
                Json.createReader(new StringReader(answer.body())).readObject().getInt("count");
        if (answer.statusCode() != 200 || found != expected) {
            throw new IllegalStateException("found " + found + " flights, status " + answer.statusCode());
        }
        return seconds;
    }
}
