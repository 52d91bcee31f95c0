package io.skyferry.transfer.delivery;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.download.ContentStore;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.download.SpoolSpace;
import io.skyferry.transfer.download.SpooledImage;
import io.skyferry.transfer.upload.ImageToUpload;
import io.skyferry.transfer.upload.ImageUpload;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Delivers images, each on the thread that asks. One per server; thread-safe. */
public final class ImageDelivery {
    /** How one run wants its images delivered. */
    public record Run(Route route, RunGuard guard, Progress progress, StopSignal stop) {}

    /** What all runs of a server share: open requests per host of each kind, disk, and bytes per second. */
    public record Limits(
            HostLimits downloads, HostLimits uploads, Spool spool, ContentStore store, BandwidthBudget bandwidth) {}

    private static final HostRequests.Waiting FOR_TAPIS =
            new HostRequests.Waiting(Progress.Activity.WAITING_FOR_TAPIS, Progress.Activity.FETCHING);
    private static final HostRequests.Waiting FOR_WEBODM =
            new HostRequests.Waiting(Progress.Activity.WAITING_FOR_WEBODM, Progress.Activity.BRINGING);

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
     * Delivers one image. Blocks; ends within moments once the run is told to stop. A host that is away is waited for.
     *
     * @throws Failure with the code of the last attempt of the stage that failed, earlier attempts suppressed in it;
     *     CLAIM_LOST when the run lost its claim, before anything was uploaded or before the upload could be counted; a
     *     {@link io.skyferry.platform.pace.HostOutage} when a host was away for too long; STOPPED
     */
    public DeliveredImage deliver(ImageToDeliver image, Run run) {
        try (SpoolSpace space = reserve(image, run)) {
            Retries.Outcome<SpooledImage> downloaded = kept(image, space).orElseGet(() -> fetch(image, space, run));
            try (SpooledImage spooled = downloaded.value()) {
                int uploads = bring(image, spooled, run);
                limits.store().keep(spooled);
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

    private SpoolSpace reserve(ImageToDeliver image, Run run) {
        long began = System.nanoTime();
        try {
            return limits.spool().reserve(image.source().listedBytes(), run.stop());
        } finally {
            run.progress().spent(Progress.Activity.WAITING_FOR_SPACE, System.nanoTime() - began);
        }
    }

    private Optional<Retries.Outcome<SpooledImage>> kept(ImageToDeliver image, SpoolSpace space) {
        return image.source()
                .knownSha256()
                .flatMap(hash -> limits.store().find(hash, image.source(), space))
                .map(spooled -> new Retries.Outcome<>(spooled, 1));
    }

    private Retries.Outcome<SpooledImage> fetch(ImageToDeliver image, SpoolSpace space, Run run) {
        Route route = run.route();
        LongConsumer moved = bytes -> {
            run.progress().downloaded(bytes);
            heldBack(
                    run,
                    Progress.Activity.FETCHING_HELD_BACK,
                    limits.bandwidth().downloaded(bytes, run.stop()));
        };
        HostRequests tapis = new HostRequests(
                limits.downloads().limitOf(image.source().source()),
                retries,
                () -> download.look(route.sourceListing(), route.tapisToken(), run.stop()),
                run.progress(),
                FOR_TAPIS);
        return tapis.run(
                answered -> download.download(image.source(), space, route.tapisToken(), moved, answered, run.stop()),
                run.stop());
    }

    private int bring(ImageToDeliver image, SpooledImage spooled, Run run) {
        Route route = run.route();
        ImageToUpload file = new ImageToUpload(spooled.file(), image.deliveredName(), spooled.bytes());
        LongConsumer moved = bytes -> {
            run.progress().uploaded(bytes);
            heldBack(
                    run,
                    Progress.Activity.BRINGING_HELD_BACK,
                    limits.bandwidth().uploaded(bytes, run.stop()));
            // A process that was frozen in the middle of an upload must not finish it.
            checkClaim(run);
        };
        HostRequests webOdm = new HostRequests(
                limits.uploads().limitOf(route.target().webodm()),
                retries,
                () -> upload.look(route.target(), route.webOdmToken(), run.stop()),
                run.progress(),
                FOR_WEBODM);
        Retries.Outcome<Boolean> uploaded = webOdm.run(
                answered -> {
                    checkClaim(run);
                    upload.upload(file, route.target(), route.webOdmToken(), moved, answered, run.stop());
                    return true;
                },
                run.stop());
        checkClaim(run);
        return uploaded.attempts();
    }

    private static void heldBack(Run run, Progress.Activity activity, long nanos) {
        if (nanos > 0) {
            run.progress().spent(activity, nanos);
        }
    }

    private static void checkClaim(Run run) {
        if (!run.guard().isStillOurs()) {
            throw new Failure(ErrorCode.CLAIM_LOST, "another run took over this project");
        }
    }
}
