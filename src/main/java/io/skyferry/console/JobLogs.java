package io.skyferry.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The log files that Liberty writes for each job execution and each of its partitions, below its log directory. They are
 * on the server that ran the job and nowhere else.
 */
@ApplicationScoped
public class JobLogs {
    private static final Logger LOG = Logger.getLogger(JobLogs.class.getName());

    private Path root;

    /** For the container's proxies only. */
    protected JobLogs() {}

    @Inject
    JobLogs(LogDirectory directory) {
        this(directory.path().resolve("joblogs"));
    }

    /** Outside of a container. */
    JobLogs(Path root) {
        this.root = root;
    }

    /** The execution's files: its own in their order, then those of its partitions. */
    public List<Path> listFiles(JobRun run) {
        Optional<Path> directory = find(run);
        if (directory.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory.get())) {
            return files.filter(file -> file.getFileName().toString().matches("part\\.\\d+\\.log"))
                    .sorted(Comparator.comparing(Path::getNameCount)
                            .thenComparing(Path::getParent)
                            .thenComparing(JobLogs::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    /** {@code <job>/<day>/instance.<n>/execution.<n>}; the day is the one on which the instance was started. */
    private Optional<Path> find(JobRun run) {
        Path job = root.resolve(run.jobName());
        if (!Files.isDirectory(job)) {
            return Optional.empty();
        }
        try (Stream<Path> days = Files.list(job)) {
            return days.map(day ->
                            day.resolve("instance." + run.instanceId()).resolve("execution." + run.executionId()))
                    .filter(Files::isDirectory)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as it is possible; a file that stays is no harm. */
    public void delete(JobRun run) {
        find(run).ifPresent(directory -> {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(JobLogs::deleteFile);
                deleteIfEmpty(directory.getParent());
                deleteIfEmpty(directory.getParent().getParent());
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The log of job " + run.executionId() + " could not be deleted", e);
            }
        });
    }

    private static void deleteFile(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A file of a job's log could not be deleted", e);
        }
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
    }
}
