package io.skyferry.transfer.preview;

import io.skyferry.tapis.TapisFile;
import io.skyferry.transfer.Image;
import java.util.Optional;

/**
 * One image at the source, in the ledger, or both.
 *
 * @param deliveredName what it is called in WebODM; empty when its name can't be used
 */
record PlannedImage(
        String name, PlanKind kind, Optional<TapisFile> file, Optional<Image> known, Optional<String> deliveredName) {

    long size() {
        return file.map(TapisFile::size).or(() -> known.map(Image::size)).orElse(0L);
    }
}
