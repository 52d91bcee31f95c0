package io.skyferry.transfer.upload;

import java.net.URI;

/**
 * The task that images go into.
 *
 * @param webodm WebODM's base address, with or without a trailing slash
 * @param forgetNodeJob for a task that was processed before: has WebODM forget the processing node's job, without which
 *     a later restart would silently reuse the node's old set of images
 */
public record UploadTarget(URI webodm, long project, String task, boolean forgetNodeJob) {
    public UploadTarget {
        if (!task.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("not the id of a task");
        }
    }

    URI taskAddress() {
        String base = webodm.toString();
        String slash = base.endsWith("/") ? "" : "/";
        return URI.create(base + slash + "api/projects/" + project + "/tasks/" + task + "/");
    }

    URI uploadAddress() {
        return taskAddress().resolve("upload/");
    }
}
