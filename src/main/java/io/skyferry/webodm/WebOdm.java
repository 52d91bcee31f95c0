package io.skyferry.webodm;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.rest.RestClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Projects and tasks of WebODM. What only reads is tried again when WebODM fails in a way that passes; what changes
 * something is sent once, and the caller looks what became of it. Thread-safe.
 */
@ApplicationScoped
public class WebOdm {
    private Settings.WebOdm settings;
    private Retries retries;
    private ProjectsApi projects;
    private UsersApi users;

    /** For the container's proxies only. */
    protected WebOdm() {}

    @Inject
    public WebOdm(Settings settings, Retries retries) {
        this.settings = settings.webOdm();
        this.retries = retries;
        this.projects = WebOdmClients.build(this.settings.baseUrl(), ProjectsApi.class);
        this.users = WebOdmClients.build(this.settings.baseUrl(), UsersApi.class);
    }

    /** Ends the connections to WebODM. */
    @PreDestroy
    public void close() {
        RestClients.close(projects);
        RestClients.close(users);
    }

    public URI baseUrl() {
        return settings.baseUrl();
    }

    /**
     * Where images go, for requests that don't go through here.
     *
     * @throws Failure when the name leads by now where no WebODM can be
     */
    public URI getUploadAddress() {
        WebOdmClients.GUARD.check(settings.baseUrl());
        return settings.baseUrl();
    }

    /**
     * Whether WebODM takes us for this user, and knows whom he shares with.
     *
     * @throws Failure WEBODM_SIGN_IN or WEBODM_USER_UNKNOWN when not
     */
    public void check(WebOdmUser user) {
        read(user, jwt -> projects.search(jwt, "#.skyferry", "-"));
        user.sharesWith().filter(name -> !isKnown(user, name)).ifPresent(name -> {
            throw WebOdmErrors.unknownUser(name, null);
        });
    }

    private boolean isKnown(WebOdmUser user, String name) {
        return read(user, jwt -> users.search(jwt, name)).getValuesAs(JsonObject.class).stream()
                .anyMatch(one -> name.equals(one.getString("username", null)));
    }

    /** The project that carries this hidden tag and exactly this name; the oldest when there are several. */
    public Optional<WebOdmProject> findProject(WebOdmUser user, String marker, String name) {
        return read(user, jwt -> WebOdmProject.listOf(projects.search(jwt, "#" + marker, name))).stream()
                .filter(project -> project.hasTag(marker) && project.name().equals(name))
                .min(Comparator.comparingLong(WebOdmProject::id));
    }

    /** @throws Failure WEBODM_NOT_FOUND when it was deleted or is not the user's */
    public WebOdmProject getProject(WebOdmUser user, long project) {
        return read(user, jwt -> WebOdmProject.of(projects.get(jwt, project)));
    }

    public WebOdmProject createProject(WebOdmUser user, NewProject project) {
        JsonArrayBuilder tags = Json.createArrayBuilder(project.tags()).add(project.marker());
        JsonObject body = Json.createObjectBuilder()
                .add("name", project.name())
                .add("description", project.description())
                .add("tags", tags)
                .build();
        return change(user, jwt -> WebOdmProject.of(projects.create(jwt, body)));
    }

    /**
     * Lets another user see and change the project; nobody loses what he may already do. Name, description and tags are
     * sent along, because WebODM blanks what is left out.
     */
    public void share(WebOdmUser user, WebOdmProject project, String description, String username) {
        List<JsonObject> present = read(
                user, jwt -> List.copyOf(projects.permissions(jwt, project.id()).getValuesAs(JsonValue::asJsonObject)));
        if (present.stream().anyMatch(row -> username.equals(row.getString("username", null)))) {
            return;
        }
        JsonArrayBuilder permissions = Json.createArrayBuilder();
        present.forEach(permissions::add);
        permissions.add(Json.createObjectBuilder()
                .add("username", username)
                .add("permissions", Json.createArrayBuilder(List.of("view", "add", "change", "delete"))));
        JsonObject body = Json.createObjectBuilder()
                .add("name", project.name())
                .add("description", description)
                .add("tags", Json.createArrayBuilder(project.tags()))
                .add("permissions", permissions)
                .build();
        try {
            change(user, jwt -> projects.edit(jwt, project.id(), body));
        } catch (Failure failure) {
            throw failure.detail().contains("Invalid user in permissions list")
                    ? WebOdmErrors.unknownUser(username, failure)
                    : failure;
        }
    }

    public List<WebOdmTask> listTasks(WebOdmUser user, long project) {
        return read(user, jwt -> WebOdmTask.listOf(projects.tasks(jwt, project)));
    }

    /** Makes a partial task: it waits for images until it is committed, at most 72 hours from now. */
    public WebOdmTask createTask(WebOdmUser user, long project, String name, String importUrl) {
        JsonObject body = Json.createObjectBuilder()
                .add("name", name)
                .add("auto_processing_node", true)
                .add("partial", true)
                .add("import_url", importUrl)
                .build();
        return change(user, jwt -> WebOdmTask.of(projects.createTask(jwt, project, body)));
    }

    /** @throws Failure WEBODM_NOT_FOUND when it was deleted, died after 72 hours or is not the user's */
    public WebOdmTask getTask(WebOdmUser user, long project, String task) {
        return read(user, jwt -> WebOdmTask.of(projects.task(jwt, project, task)));
    }

    /** Like {@link #getTask}, tried once: for whoever comes again anyway. */
    public WebOdmTask lookAtTask(WebOdmUser user, long project, String task) {
        return change(user, jwt -> WebOdmTask.of(projects.task(jwt, project, task)));
    }

    /** Like {@link #getProject}, tried once. */
    public WebOdmProject lookAtProject(WebOdmUser user, long project) {
        return change(user, jwt -> WebOdmProject.of(projects.get(jwt, project)));
    }

    /**
     * Ends the uploading: WebODM counts what it has and starts to process. May be repeated without harm, also when the
     * answer of an earlier attempt was lost: a task that is not partial any more is left alone.
     *
     * @return the task with the number of images that WebODM counted
     */
    public WebOdmTask commit(WebOdmUser user, long project, String task) {
        return retries.run(() -> commitOnce(user, project, task), new StopSignal(), (failure, wait) -> {})
                .value();
    }

    private WebOdmTask commitOnce(WebOdmUser user, long project, String task) {
        WebOdmTask before = getTask(user, project, task);
        return before.partial() ? act(user, project, task, "commit", WebOdmTask::of) : before;
    }

    /** Has a task processed again, with the images that it has now. */
    public void restart(WebOdmUser user, long project, String task) {
        act(user, project, task, "restart", answer -> answer);
    }

    private <T> T act(WebOdmUser user, long project, String task, String action, Function<JsonObject, T> translation) {
        return change(
                user, jwt -> translation.apply(projects.act(jwt, project, task, action, JsonValue.EMPTY_JSON_OBJECT)));
    }

    private <T> T read(WebOdmUser user, Function<String, T> request) {
        return retries.run(() -> change(user, request), new StopSignal(), (failure, wait) -> {})
                .value();
    }

    /** A rejected token is renewed once: WebODM refuses before it changes anything. */
    private static <T> T change(WebOdmUser user, Function<String, T> request) {
        String jwt = user.jwt();
        try {
            return answered(() -> request.apply("JWT " + jwt));
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.WEBODM_SIGN_IN) {
                throw failure;
            }
            return again(user, jwt, request);
        }
    }

    private static <T> T again(WebOdmUser user, String rejected, Function<String, T> request) {
        try {
            return answered(() -> request.apply("JWT " + user.jwtInsteadOf(rejected)));
        } catch (Failure failure) {
            throw failure.code() == ErrorCode.WEBODM_SIGN_IN ? user.refusal(failure) : failure;
        }
    }

    private static <T> T answered(Supplier<T> request) {
        try {
            return request.get();
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw WebOdmErrors.withoutAnswer(e);
        }
    }
}
