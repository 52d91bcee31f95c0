package io.skyferry.sandbox.webodm;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import io.skyferry.sandbox.webodm.world.Account;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;

/** Prepares a sandbox as the real server was prepared, and knows under which names the recorded things are in it. */
final class Scene {
    static final List<Account> ACCOUNTS = List.of(
            Account.superuser(1, "admin", "admin-password"),
            Account.user(2, "alice", "alice-password"),
            Account.user(3, "bob", "bob-password"),
            Account.user(4, "carol", "carol-password"),
            Account.user(5, "vera", "vera-password"),
            Account.user(6, "dave", "dave-password").deactivated(),
            Account.user(7, "oscar", "oscar-password").outsideDefaultGroup());
    static final Duration PROCESSING = Duration.ofSeconds(10);
    private static final String SHARED = """
            {"name": "Survey A", "description": "first",
             "tags": ["survey", ".tapis-0123abcd", "ptdatax.project.PTDATAX-284"],
             "permissions": [{"username": "bob", "permissions": ["view", "change"]},
                             {"username": "vera", "permissions": ["view"]}]}
            """;

    private final SandboxClient alice;
    private String project = "/api/projects/0/";
    private String task = project + "tasks/00000000-0000-4000-8000-000000000000/";

    private Scene(SandboxClient alice) {
        this.alice = alice;
    }

    static WebOdmOptions options(Path data, ManualClock clock) {
        return WebOdmOptions.demo(data)
                .withAccounts(ACCOUNTS)
                .withProcessingTime(PROCESSING)
                .withClock(clock);
    }

    static Scene prepare(String name, WebOdmSandbox sandbox, ManualClock clock) throws IOException {
        Scene scene = new Scene(SandboxClient.of(sandbox, "alice"));
        switch (name) {
            case "none" -> {}
            case "many" -> scene.createManyProjects();
            case "project" -> scene.createProject();
            case "private" -> scene.project = scene.alice.createProject("{\"name\": \"Mine\"}");
            case "empty", "failed" -> scene.createTask();
            default -> scene.createTaskWithFiles();
        }
        scene.carryOn(name, clock);
        if (name.equals("failed")) {
            scene.alice.upload(scene.task, MultipartBody.files("late.jpg"));
        }
        return scene;
    }

    private void carryOn(String name, ManualClock clock) {
        switch (name) {
            case "completed" -> alice.post(task + "commit/");
            case "canceled" -> alice.post(task + "cancel/");
            case "failed" -> alice.json("PATCH", task, "{\"name\": \"renamed\"}");
            case "deleting" -> alice.send("DELETE", project, null, null);
            default -> {}
        }
        clock.advance(PROCESSING);
    }

    private void createManyProjects() {
        for (int i = 0; i < 17; i++) {
            alice.createProject("{\"name\": \"P" + i + "\"}");
        }
    }

    private void createProject() {
        project = alice.createProject("{\"name\": \"Survey A\"}");
        alice.json("POST", project + "edit/", SHARED);
        alice.createTask(project, "{\"partial\": true, \"name\": \"tagged\", \"tags\": [\".tapis-zz\", \"flight1\"]}");
    }

    private void createTask() {
        createProject();
        task = alice.createTask(project, "{\"partial\": true, \"name\": \"Flight 1\", \"tags\": [\".tapis-aa11\"]}");
    }

    private void createTaskWithFiles() throws IOException {
        createTask();
        MultipartBody body = new MultipartBody();
        for (String name : List.of("DJI_0018.JPG", "DJI_0019.JPG", "name with space é.JPG", "semi;colon.jpg")) {
            body.file("images", "filename=\"" + name + "\"", jpeg());
        }
        alice.upload(task, body);
    }

    static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /** The recorded path, with the recorded project and task replaced by this scene's. */
    String here(String recordedPath) {
        if (recordedPath.contains("/999999/")) {
            return recordedPath;
        }
        return recordedPath
                .replaceFirst("/api/projects/\\d+/tasks/[0-9a-f]{8}-(?!2222)[0-9a-f-]{27}/", task)
                .replaceFirst("/api/projects/\\d+/", project);
    }
}
