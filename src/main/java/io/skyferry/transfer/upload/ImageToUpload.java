package io.skyferry.transfer.upload;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.file.Path;

/**
 * A file and the name it is to have in WebODM.
 *
 * @throws Failure UNUSABLE_NAME for a name that can't be put into a multipart header as it is: quotes, backslashes and
 *     control characters. Delivered names have none.
 */
public record ImageToUpload(Path file, String name, long bytes) {
    public ImageToUpload {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new Failure(ErrorCode.UNUSABLE_NAME, "the delivered name does not fit into an upload");
        }
    }
}
