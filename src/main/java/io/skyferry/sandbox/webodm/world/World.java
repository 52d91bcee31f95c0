package io.skyferry.sandbox.webodm.world;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Everything the sandbox's WebODM knows. Thread-safe through {@link #call}: all other methods belong inside one.
 * Identifiers are drawn from a fixed seed, so that two equal runs see equal ones.
 */
public final class World {
    private final Object lock = new Object();
    private final WorldClock clock;
    private final TaskFolders folders;
    private final ProcessingNode node;
    private final Scheduler scheduler;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<Integer, ProjectRow> projects = new TreeMap<>();
    private final Map<UUID, TaskRow> tasks = new LinkedHashMap<>();
    private final Map<Integer, Map<UUID, TaskRow>> tasksByProject = new HashMap<>();
    private final Map<UUID, TaskHistory> histories = new HashMap<>();
    private final Random identifiers = new Random(20260519);
    private int lastProject;
    private boolean brokerUp = true;

    public World(
            WorldClock clock,
            Path data,
            List<Account> accounts,
            ProcessingNode.State nodeState,
            Duration processingTime) {
        this.clock = clock;
        this.folders = new TaskFolders(data);
        this.node = new ProcessingNode(nodeState);
        this.scheduler = new Scheduler(this, processingTime);
        accounts.forEach(account -> this.accounts.put(account.username(), account));
    }

    /** Lets the world catch up with the clock, then does the work alone, then starts what the work queued. */
    public <T> T call(Supplier<T> work) {
        synchronized (lock) {
            catchUp();
            try {
                return work.get();
            } finally {
                catchUp();
                lock.notifyAll();
            }
        }
    }

    private void catchUp() {
        scheduler.advance(clock.now());
        projects.values()
                .removeIf(project -> project.deleting() && tasksOf(project.id()).isEmpty());
    }

    public Instant now() {
        return clock.now();
    }

    /** Immutable after construction, hence free to read anywhere. */
    public Optional<Account> findAccount(String username) {
        return Optional.ofNullable(accounts.get(username));
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public TaskFolders folders() {
        return folders;
    }

    public ProcessingNode node() {
        return node;
    }

    public Collection<ProjectRow> projects() {
        return projects.values();
    }

    public Optional<ProjectRow> findProject(int id) {
        return Optional.ofNullable(projects.get(id));
    }

    public Collection<TaskRow> tasks() {
        return tasks.values();
    }

    public List<TaskRow> tasksOf(int project) {
        return List.copyOf(tasksByProject.getOrDefault(project, Map.of()).values());
    }

    public Optional<TaskRow> findTask(UUID id) {
        return Optional.ofNullable(tasks.get(id));
    }

    public TaskHistory history(TaskRow task) {
        return histories.computeIfAbsent(task.id(), id -> new TaskHistory());
    }

    public ProjectRow createProject(Account owner) {
        ProjectRow project = new ProjectRow(++lastProject, now(), owner.username());
        projects.put(project.id(), project);
        return project;
    }

    /** Tasks that are partial keep the project in existence until they are removed or expire. */
    public void deleteProject(ProjectRow project) {
        project.markDeleting();
        tasksOf(project.id()).forEach(task -> task.await(PendingAction.REMOVE));
    }

    public TaskRow createTask(int project) {
        TaskRow task = new TaskRow(newUuid(), project, now());
        add(task);
        return task;
    }

    private void add(TaskRow task) {
        tasks.put(task.id(), task);
        tasksByProject
                .computeIfAbsent(task.project(), id -> new LinkedHashMap<>())
                .put(task.id(), task);
    }

    /** A copy of the row, of the files, and of the node's uuid. */
    public TaskRow duplicate(TaskRow task, int project) {
        TaskRow copy = task.duplicate(newUuid(), project, now());
        add(copy);
        folders.copy(task, copy);
        return copy;
    }

    public void remove(TaskRow task) {
        tasks.remove(task.id());
        tasksByProject.getOrDefault(task.project(), Map.of()).remove(task.id());
        scheduler.forget(task);
        folders.delete(task);
    }

    /** Lets a worker look at the task, even at a partial one. */
    public void process(TaskRow task) {
        scheduler.process(task, now());
    }

    /** Cancel or restart: whatever is under way is dropped for it. */
    public void order(TaskRow task, PendingAction action) {
        task.set("partial", false);
        task.set("last_error", (String) null);
        task.await(action);
        scheduler.restartClockFor(task, now());
    }

    public void put(TaskRow task, String name, Path complete) {
        folders.put(task, name, complete);
        history(task).uploaded(name);
    }

    /**
     * Saves a row that was loaded earlier over the current one, as an upload does that outlives a commit; a job that
     * the current row knew of is orphaned.
     */
    public void overwrite(TaskRow stale) {
        findTask(stale.id()).ifPresent(current -> {
            if (stale.untouched() && stale.partial() && !current.partial()) {
                scheduler.forget(current);
            }
            stale.copyTo(current);
        });
    }

    public UUID newUuid() {
        long high = identifiers.nextLong() & ~0xF000L | 0x4000L;
        long low = identifiers.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    boolean brokerUp() {
        return brokerUp;
    }

    /** The message broker between WebODM's web server and its workers. */
    public void broker(boolean up) {
        brokerUp = up;
    }

    /** Waits for the broker outside of {@link #call}; returns early when the time is over. */
    public void awaitBroker(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            try {
                while (!brokerUp && System.nanoTime() < end) {
                    lock.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Rows in creation order, safe to iterate while tasks are removed. */
    public List<TaskRow> listTasks() {
        return new ArrayList<>(tasks.values());
    }
}
