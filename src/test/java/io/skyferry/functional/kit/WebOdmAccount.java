package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** WebODM as one user sees it on its own page. */
public final class WebOdmAccount {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Deployment deployment;
    private final String username;

    WebOdmAccount(Deployment deployment, String username) {
        this.deployment = deployment;
        this.username = username;
    }

    public JsonArray listProjects() {
        return (JsonArray) json(send("GET", "/api/projects/"));
    }

    public JsonObject getProject(long id) {
        return (JsonObject) json(send("GET", "/api/projects/" + id + "/"));
    }

    public JsonArray listTasks(long project) {
        return (JsonArray) json(send("GET", "/api/projects/" + project + "/tasks/"));
    }

    public void removeTask(long project, String task) {
        send("POST", "/api/projects/" + project + "/tasks/" + task + "/remove/");
    }

    public void deleteProject(long project) {
        send("DELETE", "/api/projects/" + project + "/");
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(deployment.webodm().baseUrl() + path))
                .header("Authorization", "JWT " + deployment.webodm().token(username))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonStructure json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
