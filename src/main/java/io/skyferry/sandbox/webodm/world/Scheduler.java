package io.skyferry.sandbox.webodm.world;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves tasks along with time, as WebODM's background workers do: it picks a task up, sends its files to the node,
 * follows the node's work, cancels, restarts and removes, and deletes tasks that stay partial for 72 hours. Not
 * thread-safe: used inside {@link World#call} only.
 */
final class Scheduler {
    private static final Duration PARTIAL_LIFETIME = Duration.ofHours(72);
    private static final Duration LONGEST_PICK_UP = Duration.ofMillis(300);
    private static final String NO_FILES = "Need at least 1 file";
    private static final String NO_NODE = "Cannot restart a task that has no processing node";

    private final World world;
    private final Duration processingTime;
    private final Map<UUID, Transmission> queue = new HashMap<>();

    Scheduler(World world, Duration processingTime) {
        this.world = world;
        this.processingTime = processingTime;
    }

    /** A task on its way to the node: not picked up while {@code images} is null. */
    private record Transmission(Instant since, List<String> images) {}

    /** Makes a worker look at the task, whatever its flag {@code partial} says. */
    void process(TaskRow task, Instant now) {
        if (task.untouched() || task.get("pending_action") != JsonValue.NULL) {
            queue.putIfAbsent(task.id(), new Transmission(now, null));
        }
    }

    void restartClockFor(TaskRow task, Instant now) {
        queue.put(task.id(), new Transmission(now, null));
    }

    void forget(TaskRow task) {
        queue.remove(task.id());
    }

    void advance(Instant now) {
        for (TaskRow task : new ArrayList<>(world.tasks())) {
            if (expired(task, now) || (task.awaits(PendingAction.REMOVE) && !task.partial())) {
                world.remove(task);
            } else {
                advance(task, now);
            }
        }
    }

    private static boolean expired(TaskRow task, Instant now) {
        return task.partial() && task.createdAt().plus(PARTIAL_LIFETIME).isBefore(now);
    }

    private void advance(TaskRow task, Instant now) {
        boolean waiting = task.untouched() || task.awaits(PendingAction.CANCEL) || task.awaits(PendingAction.RESTART);
        if (waiting && !task.partial()) {
            process(task, now);
        }
        Transmission transmission = queue.get(task.id());
        if (transmission != null) {
            advance(task, transmission, now);
        }
        if (task.is(TaskStatus.RUNNING) && !task.partial()) {
            world.node().find(task.nodeUuid()).ifPresent(job -> follow(task, job, now));
        }
    }

    private void advance(TaskRow task, Transmission transmission, Instant now) {
        boolean nodeMissing = task.awaits(PendingAction.RESTART)
                && task.hasNode()
                && world.node().state() == ProcessingNode.State.OFFLINE;
        if (!world.brokerUp() || nodeMissing) {
            queue.put(task.id(), new Transmission(now, null));
        } else if (now.isBefore(transmission.since().plus(pickUp()))) {
            return;
        } else if (task.awaits(PendingAction.CANCEL)) {
            task.become(TaskStatus.CANCELED);
            task.awaitNothing();
            queue.remove(task.id());
        } else if (task.awaits(PendingAction.RESTART)) {
            restart(task, transmission, now);
        } else if (transmission.images() == null) {
            send(task, transmission, now);
        } else {
            transmit(task, transmission, now);
        }
    }

    private void restart(TaskRow task, Transmission transmission, Instant now) {
        task.awaitNothing();
        if (!task.hasNode() && !assignNode(task)) {
            queue.remove(task.id());
            task.fail(NO_NODE);
            return;
        }
        resetForRestart(task);
        Optional<NodeJob> known = world.node().find(task.nodeUuid());
        if (known.isPresent()) {
            NodeJob again = known.get()
                    .again(
                            transmission.since().plus(pickUp()),
                            processingTime.minus(pickUp()),
                            world.node().takeFailure());
            queue.remove(task.id());
            begin(task, again);
        } else {
            task.set("uuid", "");
            task.set("status", JsonValue.NULL);
            send(task, transmission, now);
        }
    }

    private static void resetForRestart(TaskRow task) {
        task.set("last_error", JsonValue.NULL);
        task.set("processing_time", -1);
        task.set("running_progress", 0.0);
        if (task.get("options").getValueType() == JsonValue.ValueType.OBJECT) {
            task.set("options", JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    private boolean assignNode(TaskRow task) {
        boolean free = !task.is(TaskStatus.FAILED) && !task.is(TaskStatus.CANCELED);
        if (!task.choosesNodeItself() || !free || world.node().state() == ProcessingNode.State.OFFLINE) {
            return false;
        }
        task.assignNode();
        return true;
    }

    private void send(TaskRow task, Transmission transmission, Instant now) {
        if (world.node().state() == ProcessingNode.State.OFFLINE) {
            queue.put(task.id(), new Transmission(now, null));
            return;
        }
        if (!task.hasNode() && !assignNode(task)) {
            queue.remove(task.id());
            return;
        }
        resize(task);
        List<String> images =
                world.folders().list(task).stream().map(StoredFile::name).toList();
        if (images.isEmpty() || world.node().state() == ProcessingNode.State.JUST_DIED) {
            queue.remove(task.id());
            task.fail(images.isEmpty() ? NO_FILES : world.node().refusal());
        } else {
            Transmission started = new Transmission(transmission.since(), images);
            queue.put(task.id(), started);
            transmit(task, started, now);
        }
    }

    private static void resize(TaskRow task) {
        if (task.awaits(PendingAction.RESIZE)) {
            task.awaitNothing();
            task.set("resize_progress", 1.0);
        }
    }

    private void transmit(TaskRow task, Transmission transmission, Instant now) {
        Duration length = processingTime.dividedBy(8);
        Instant from = transmission.since().plus(pickUp());
        Instant until = from.plus(length);
        if (now.isBefore(until)) {
            double part = (double) Duration.between(from, now).toNanos() / length.toNanos();
            int images = transmission.images().size();
            task.set("upload_progress", Math.floor(part * images) / images);
            return;
        }
        queue.remove(task.id());
        Duration left = processingTime.minus(pickUp()).minus(length);
        boolean fails = world.node().takeFailure();
        begin(task, new NodeJob("" + world.newUuid(), transmission.images(), until, left, fails));
    }

    private void begin(TaskRow task, NodeJob job) {
        world.node().accept(job);
        world.history(task).processed(job.images().size());
        task.set("uuid", job.uuid());
        task.set("upload_progress", 1.0);
        task.become(TaskStatus.RUNNING);
    }

    private void follow(TaskRow task, NodeJob job, Instant now) {
        double progress = job.progress(now);
        if (job.fails() && progress >= 0.85) {
            // The real server leaves last_error empty when the node's own work fails.
            task.set("running_progress", 0.85);
            task.fail(null);
        } else if (progress < 1) {
            task.set("running_progress", Math.min(0.95, Math.floor(progress * 20) / 20));
        } else {
            complete(task, job);
        }
    }

    private void complete(TaskRow task, NodeJob job) {
        task.become(TaskStatus.COMPLETED);
        task.set("running_progress", 1.0);
        task.set("processing_time", (int) job.duration().toMillis());
        task.set("available_assets", Json.createArrayBuilder(Assets.NAMES).build());
        TaskDefaults.finished().forEach(task::set);
    }

    private Duration pickUp() {
        Duration tenth = processingTime.dividedBy(10);
        return tenth.compareTo(LONGEST_PICK_UP) < 0 ? tenth : LONGEST_PICK_UP;
    }
}
