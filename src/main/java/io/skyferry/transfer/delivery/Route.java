package io.skyferry.transfer.delivery;

import io.skyferry.transfer.download.TapisToken;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.upload.WebOdmToken;

/** On whose behalf images are fetched, and where they go: the same for all images of a run. */
public record Route(TapisToken tapisToken, UploadTarget target, WebOdmToken webOdmToken) {}
