package io.skyferry.sandbox.webodm.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The uploaded files: {@code <data>/projects/<project>/tasks/<task>/<name>}. Names are file names without folders; a
 * file put twice is replaced.
 */
public final class TaskFolders {
    private final Path data;

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
            Files.move(
                    complete,
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a task by name; empty when it has none. */
    public List<StoredFile> list(TaskRow task) {
        Path folder = folder(task);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(TaskFolders::stored)
                    .sorted(Comparator.comparing(StoredFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<StoredFile> find(TaskRow task, String name) {
        return list(task).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    void copy(TaskRow from, TaskRow to) {
        Path folder = create(folder(to));
        for (StoredFile file : list(from)) {
            try {
                Files.copy(file.path(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name for a file that is still coming in. */
    public Path newIncoming() {
        return incoming().resolve(UUID.randomUUID() + ".upload");
    }

    private static StoredFile stored(Path path) {
        try {
            return new StoredFile(path.getFileName().toString(), Files.size(path), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
