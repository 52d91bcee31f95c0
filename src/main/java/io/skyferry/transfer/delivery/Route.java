package io.skyferry.transfer.delivery;

import io.skyferry.transfer.download.TapisToken;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.upload.WebOdmToken;
import java.net.URI;

/**
 * On whose behalf images are fetched, and where they go: the same for all images of a run.
 *
 * @param sourceListing address of a short listing of the images' directory, asked to learn whether Tapis is there
 */
public record Route(URI sourceListing, TapisToken tapisToken, UploadTarget target, WebOdmToken webOdmToken) {}
