package io.skyferry.transfer.delivery;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostLimit;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostPermit;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.download.SpoolSpace;
import io.skyferry.transfer.download.SpooledImage;
import io.skyferry.transfer.upload.ImageToUpload;
import io.skyferry.transfer.upload.ImageUpload;

/** Delivers images, each on the thread that asks. One per server; thread-safe. */
public final class ImageDelivery {
    /** How one run wants its images delivered. */
    public record Run(Route route, RunGuard guard, Progress progress, StopSignal stop) {}

    /** What all runs of a server share: open requests per host of each kind, and disk. */
    public record Limits(HostLimits downloads, HostLimits uploads, Spool spool) {}

    private final ImageDownload download;
    private final ImageUpload upload;
    private final Limits limits;
    private final Retries retries;

    public ImageDelivery(ImageDownload download, ImageUpload upload, Limits limits, Retries retries) {
        this.download = download;
        this.upload = upload;
        this.limits = limits;
        this.retries = retries;
    }

    /**
     * Delivers one image. Blocks; ends within moments once the run is told to stop.
     *
     * @throws Failure with the code of the last attempt of the stage that failed, earlier attempts suppressed in it;
     *     CLAIM_LOST when the run lost its claim, before anything was uploaded or before the upload could be counted;
     *     STOPPED
     */
    public DeliveredImage deliver(ImageToDeliver image, Run run) {
        try (SpoolSpace space = limits.spool().reserve(image.source().listedBytes(), run.stop())) {
            Retries.Outcome<SpooledImage> downloaded =
                    retries.run(() -> fetch(image, space, run), run.stop(), run.progress()::retrying);
            try (SpooledImage spooled = downloaded.value()) {
                int uploads = bring(image, spooled, run);
                return new DeliveredImage(
                        spooled.bytes(),
                        spooled.sha256(),
                        spooled.width(),
                        spooled.height(),
                        downloaded.attempts(),
                        uploads);
            }
        }
    }

    private SpooledImage fetch(ImageToDeliver image, SpoolSpace space, Run run) {
        HostLimit limit = limits.downloads().limitOf(image.source().source());
        return permitted(
                limit,
                run.stop(),
                () -> download.download(
                        image.source(), space, run.route().tapisToken(), run.progress()::downloaded, run.stop()));
    }

    private int bring(ImageToDeliver image, SpooledImage spooled, Run run) {
        ImageToUpload file = new ImageToUpload(spooled.file(), image.deliveredName(), spooled.bytes());
        Retries.Outcome<Boolean> uploaded = retries.run(() -> send(file, run), run.stop(), run.progress()::retrying);
        checkClaim(run);
        return uploaded.attempts();
    }

    private boolean send(ImageToUpload file, Run run) {
        Route route = run.route();
        HostLimit limit = limits.uploads().limitOf(route.target().webodm());
        return permitted(limit, run.stop(), () -> {
            checkClaim(run);
            upload.upload(file, route.target(), route.webOdmToken(), run.progress()::uploaded, run.stop());
            return true;
        });
    }

    private static <T> T permitted(HostLimit limit, StopSignal stop, Retries.Attempt<T> request) {
        try (HostPermit permit = limit.acquire(stop)) {
            try {
                T value = request.run();
                permit.succeeded();
                return value;
            } catch (Failure failure) {
                permit.failed(failure);
                throw failure;
            }
        }
    }

    private static void checkClaim(Run run) {
        if (!run.guard().isStillOurs()) {
            throw new Failure(ErrorCode.CLAIM_LOST, "another run took over this project");
        }
    }
}
