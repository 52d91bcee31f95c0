package io.skyferry.functional.kit;

import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One test's own user and system at the shared server. */
public final class Scene {
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final Set<String> ENDED = Set.of("STOPPED", "FAILED", "COMPLETED", "ABANDONED");
    private static final Duration LONGEST_SYNC = Duration.ofMinutes(3);

    private final Deployment deployment = Deployment.running();
    private final String username;
    private final String system;
    private final SkyferryServer server;
    private final Api api;

    private Scene(String username, String system) {
        this(username, system, Deployment.running().server());
    }

    private Scene(String username, String system, SkyferryServer server) {
        this.username = username;
        this.system = system;
        this.server = server;
        this.api = new Api(server, deployment.tapis().accessToken(username, Duration.ofHours(2)));
    }

    /** The same user and system, seen through another server. */
    public Scene at(SkyferryServer other) {
        return new Scene(username, system, other);
    }

    /** The one pair of users who may both read one system, not signed in. Whatever is in it, only one test puts there. */
    public static List<Scene> pairWithOneSystem() {
        String system = TestWorld.systemOf(TestWorld.EXTRA_USERS - 1);
        return List.of(
                new Scene(TestWorld.username(TestWorld.EXTRA_USERS - 1), system),
                new Scene(TestWorld.username(TestWorld.EXTRA_USERS), system));
    }

    /** With a user who has not signed in, and for whom nothing starts by itself when he does. */
    public static Scene withoutSignIn() {
        Scene scene = untouched();
        scene.prefer(
                Json.createObjectBuilder().add("auto_discover_on_login", false).build());
        return scene;
    }

    /** With a user who has not signed in and never said what he prefers: a discovery follows his sign-in. */
    public static Scene untouched() {
        int number = TAKEN.incrementAndGet();
        if (number > TestWorld.EXTRA_USERS - 2) {
            throw new IllegalStateException("the test world has too few users");
        }
        return new Scene(TestWorld.username(number), TestWorld.systemOf(number));
    }

    /** With a user who has signed in and whom WebODM does not know. */
    public static Scene unknownToWebOdm() {
        Scene scene = new Scene(Sandboxes.UNKNOWN, TestWorld.systemOf(TestWorld.EXTRA_USERS - 1));
        scene.signIn();
        return scene;
    }

    /** With a user who has signed in, so that the server keeps tokens for him. */
    public static Scene signedIn() {
        Scene scene = withoutSignIn();
        scene.signIn();
        return scene;
    }

    public void signIn() {
        new Api(server, null)
                .post(
                        "/api/skyferry/sign-in",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", TestWorld.password(username))
                                .build())
                .ok();
    }

    public void prefer(JsonObject preferences) {
        api.post("/api/tapis-preferences/", preferences).ok();
    }

    public Api api() {
        return api;
    }

    public String username() {
        return username;
    }

    public String system() {
        return system;
    }

    public WebOdmAccount webOdm() {
        return new WebOdmAccount(deployment, username);
    }

    /** WebODM as another user sees it. */
    public WebOdmAccount webOdm(String other) {
        return new WebOdmAccount(deployment, other);
    }

    public Deployment deployment() {
        return deployment;
    }

    /** From now on Tapis does not answer for such paths of this user's system, until {@link #letGo}. */
    public void hold(String target) {
        deployment.tapis().faults().add(Fault.on("GET", system + ".*" + target, new FaultEffect.Held()));
    }

    public void letGo() {
        deployment.tapis().faults().clear();
    }

    /** A new flight without any image. */
    public FlightFolder flight(String name) {
        return new FlightFolder(system, name, deployment.systemDirectory(system));
    }

    /** Has the project of the flight made. */
    public long create(FlightFolder flight) {
        Reply reply = api.post("/api/tapis-storage/create-projects/", Bodies.flights(flight));
        List<JsonObject> created = reply.ok()
                .getJsonObject("results")
                .getJsonArray("created_projects")
                .getValuesAs(JsonObject.class);
        if (created.size() != 1) {
            throw new AssertionError(
                    reply.text() + deployment.tapis().requests().list("GET", "ops/" + system));
        }
        return created.get(0).getJsonNumber("project_id").longValue();
    }

    /** Starts a sync, waits for its end and returns the ended job. */
    public JsonObject sync(long project) {
        return awaitEnd(startSync(project));
    }

    /** Has a task processed again with new images. */
    public JsonObject syncAndReprocess(long project) {
        return awaitEnd(api.post("/api/tapis-storage/sync-project-images/", Bodies.reprocess(project))
                .ok()
                .getJsonNumber("job_id")
                .longValue());
    }

    public long startSync(long project) {
        return api.post("/api/tapis-storage/sync-project-images/", Bodies.project(project))
                .ok()
                .getJsonNumber("job_id")
                .longValue();
    }

    public JsonObject awaitEnd(long job) {
        return await("end of job " + job)
                .atMost(LONGEST_SYNC)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> job(job), found -> ENDED.contains(found.getString("status")));
    }

    public JsonObject job(long job) {
        return api.get("/api/skyferry/jobs/" + job).ok().getJsonObject("job");
    }

    public JsonObject project(long project) {
        return api.get("/api/skyferry/projects/" + project).ok().getJsonObject("project");
    }

    public void awaitState(long project, String state) {
        await("state " + state)
                .atMost(LONGEST_SYNC)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> project(project).getString("state"), state::equals);
    }

    /** The images of a project as the ledger has them. */
    public List<JsonObject> images(long project) {
        return api.get("/api/skyferry/projects/" + project + "/images?limit=1000")
                .list("images");
    }

    /** How often Tapis was asked for listings of the system. */
    public int listingsAtTapis() {
        return deployment.tapis().requests().list("GET", "/ops/" + system).size();
    }

    /** How often Tapis was asked for a file of the system. */
    public int downloadsAtTapis() {
        return deployment.tapis().requests().list("GET", "/content/" + system).size();
    }

    /** The tasks of a project, as WebODM has them. */
    public List<TaskReport> tasks(long project) {
        return deployment.webodm().tasks().stream()
                .filter(task -> task.project() == project)
                .toList();
    }

    /** The only task of a project, as WebODM has it. */
    public TaskReport task(long project) {
        List<TaskReport> tasks = tasks(project);
        if (tasks.size() != 1) {
            throw new AssertionError("project " + project + " has the tasks "
                    + tasks.stream().map(TaskReport::name).collect(Collectors.toList()));
        }
        return tasks.get(0);
    }
}
