package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.StoredFile;
import io.skyferry.sandbox.webodm.world.TaskHistory;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reports on all tasks. Reads every stored file while nothing else happens. */
public final class TaskReports {
    private TaskReports() {}

    public static List<TaskReport> list(World world) {
        return world.call(() ->
                world.listTasks().stream().map(task -> report(world, task)).toList());
    }

    private static TaskReport report(World world, TaskRow task) {
        TaskHistory history = world.history(task);
        int nodeImages = world.node()
                .find(task.nodeUuid())
                .map(job -> job.images().size())
                .orElse(-1);
        return new TaskReport(
                task.project(),
                task.id(),
                task.text("name"),
                task.stateInWords(),
                history.commits(),
                List.copyOf(history.imagesPerJob()),
                nodeImages,
                world.folders().list(task).stream()
                        .map(file -> reported(file, history))
                        .toList());
    }

    private static TaskReport.ReportedFile reported(StoredFile file, TaskHistory history) {
        int uploads = history.uploads().getOrDefault(file.name(), 0);
        return new TaskReport.ReportedFile(file.name(), file.bytes(), sha256(file.path()), uploads);
    }

    /** Empty when a test has taken the file away. */
    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
