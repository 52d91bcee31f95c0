package io.skyferry.transfer.delivery;

import io.skyferry.transfer.download.ImageToDownload;

/** One image and the name it is to have in WebODM. */
public record ImageToDeliver(ImageToDownload source, String deliveredName) {}
