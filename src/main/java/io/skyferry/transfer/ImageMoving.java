package io.skyferry.transfer;

import io.skyferry.platform.database.DatabaseOutage;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostOutage;
import io.skyferry.transfer.ImageLedger.ImageChange;
import io.skyferry.transfer.delivery.DeliveredImage;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.transfer.delivery.Progress;
import io.skyferry.webodm.WebOdm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Moves one image and writes into the ledger what became of it. */
@ApplicationScoped
public class ImageMoving {
    /** So many images in a row with all their attempts: the next ones would fail as well, and stay LISTED instead. */
    private static final int MOST_FAILED_IN_A_ROW = 20;

    private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(ImageMoving.class.getName());

    @Inject
    private ImageDelivery delivery;

    @Inject
    private WebOdm webOdm;

    @Inject
    private SyncNews news;

    @Inject
    @Metric(absolute = true, name = "skyferry_images_delivered", description = "Images proven to be in WebODM")
    private Counter deliveredImages;

    @Inject
    @Metric(
            absolute = true,
            name = "skyferry_bytes_delivered",
            unit = MetricUnits.BYTES,
            description = "Bytes of delivered images")
    private Counter deliveredBytes;

    @Inject
    @Metric(
            absolute = true,
            name = "skyferry_images_failed",
            description = "Images whose attempts all failed, or that were refused")
    private Counter failedImages;

    /** @throws Failure when it concerns the whole run; the image then stays LISTED */
    public void move(Image image, SyncRun run) {
        try {
            DeliveredImage delivered = delivery.deliver(run.toDeliver(image), run.delivery(webOdm.getUploadAddress()));
            int tries = delivered.downloadAttempts() + delivered.uploadAttempts() - 1;
            String task = run.place().task().id();
            writeDown(run, image, (row, now) -> row.delivered(delivered.sha256(), task, tries, now));
            run.meter().delivered(delivered.bytes());
            deliveredImages.inc();
            deliveredBytes.inc(delivered.bytes());
            news.moved(run, ImageState.DELIVERED, delivered.bytes());
        } catch (Failure failure) {
            ImageState state = stateAfter(failure.code());
            if (state == ImageState.LISTED || concernsAll(failure, run)) {
                throw failure;
            }
            LOG.info(() -> "Image " + image.id() + " of project " + run.project() + ": " + failure.getMessage());
            failedImages.inc();
            int tries = failure.getSuppressed().length + 1;
            run.meter().failed(image.size(), failure.code());
            writeDown(run, image, (row, now) -> row.failed(state, failure, tries));
            news.moved(run, state, image.size());
        }
    }

    /** The host is away or has too much to do; or it answers, but takes nothing any more, as with a full disk. */
    private static boolean concernsAll(Failure failure, SyncRun run) {
        return failure instanceof HostOutage
                || HostOutage.isPushBack(failure)
                || HostOutage.isPossible(failure) && run.meter().failedInARow() >= MOST_FAILED_IN_A_ROW;
    }

    private void writeDown(SyncRun run, Image image, BiConsumer<Image, Instant> change) {
        long began = System.nanoTime();
        try {
            while (!isWritten(run, image, change)) {
                run.stop().sleep(DATABASE_PAUSE);
            }
        } finally {
            run.meter().spent(Progress.Activity.WRITING_DOWN, System.nanoTime() - began);
        }
    }

    /** While the database is away, the image is safe in WebODM: only the claim's end ends the patience. */
    private boolean isWritten(SyncRun run, Image image, BiConsumer<Image, Instant> change) {
        try {
            run.writeDown(new ImageChange(image.id(), change));
            return true;
        } catch (RuntimeException e) {
            if (e instanceof Failure || !DatabaseOutage.isCause(e)) {
                throw e;
            }
            if (!run.isStillOurs()) {
                throw new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The database was away until the claim ended.", e);
            }
            return false;
        }
    }

    /** LISTED stands for a failure that the next image would meet as well. */
    static ImageState stateAfter(ErrorCode code) {
        return switch (code) {
            case NOT_WHOLE_JPEG, UNUSABLE_NAME -> ImageState.REFUSED;
            case TAPIS_NOT_FOUND -> ImageState.GONE;
            case CLAIM_LOST,
                    STOPPED,
                    NO_TAPIS_TOKEN,
                    TOKEN_EXPIRED,
                    SYSTEM_NOT_ACCESSIBLE,
                    TAPIS_HOST_CREDENTIAL,
                    TAPIS_CLIENT_REFUSED,
                    WEBODM_SIGN_IN,
                    WEBODM_NOT_LINKED,
                    WEBODM_USER_UNKNOWN,
                    WEBODM_NOT_FOUND,
                    NO_SPACE,
                    DATABASE_UNAVAILABLE,
                    INTERNAL_ERROR -> ImageState.LISTED;
            default -> ImageState.FAILED;
        };
    }
}
