package io.skyferry.sandbox.webodm.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The uploaded files: {@code <data>/projects/<project>/tasks/<task>/<name>}. Names are file names without folders; a
 * file put twice is replaced. Not thread-safe: used inside {@link World#call} only, but for the paths.
 */
public final class TaskFolders {
    private final Path data;
    /** Sizes by name by task: a folder of ten thousand images is not read again for each upload. */
    private final Map<UUID, SortedMap<String, Long>> sizes = new HashMap<>();

    /** @param data created when absent */
    public TaskFolders(Path data) {
        this.data = data.toAbsolutePath();
        create(incoming());
    }

    /** Where uploads are written until they are complete; the same file system as the tasks' folders. */
    public Path incoming() {
        return data.resolve("incoming");
    }

    public Path folder(TaskRow task) {
        return folder(task.project(), "" + task.id());
    }

    public Path folder(int project, String task) {
        return data.resolve("projects").resolve("" + project).resolve("tasks").resolve(task);
    }

    /** Moves a complete file into the task. */
    void put(TaskRow task, String name, Path complete) {
        Path folder = create(folder(task));
        try {
            long bytes = Files.size(complete);
            Files.move(
                    complete,
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            sizes(task).put(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, Long> sizes(TaskRow task) {
        return sizes.computeIfAbsent(task.id(), id -> new TreeMap<>());
    }

    public int count(TaskRow task) {
        return sizes(task).size();
    }

    /** All files of a task by name; empty when it has none. */
    public List<StoredFile> list(TaskRow task) {
        return sizes(task).keySet().stream().map(name -> stored(task, name)).toList();
    }

    public Optional<StoredFile> find(TaskRow task, String name) {
        return sizes(task).containsKey(name) ? Optional.of(stored(task, name)) : Optional.empty();
    }

    private StoredFile stored(TaskRow task, String name) {
        return new StoredFile(name, sizes(task).get(name), folder(task).resolve(name));
    }

    void copy(TaskRow from, TaskRow to) {
        Path folder = create(folder(to));
        for (StoredFile file : list(from)) {
            try {
                Files.copy(file.path(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
                sizes(to).put(file.name(), file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void delete(TaskRow task) {
        try {
            for (StoredFile file : list(task)) {
                Files.deleteIfExists(file.path());
            }
            Files.deleteIfExists(folder(task));
            sizes.remove(task.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name for a file that is still coming in. */
    public Path newIncoming() {
        return incoming().resolve(UUID.randomUUID() + ".upload");
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
