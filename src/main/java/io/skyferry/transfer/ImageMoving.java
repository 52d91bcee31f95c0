package io.skyferry.transfer;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.delivery.DeliveredImage;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.webodm.WebOdm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Moves one image and writes into the ledger what became of it. */
@ApplicationScoped
public class ImageMoving {
    private static final Logger LOG = Logger.getLogger(ImageMoving.class.getName());

    @Inject
    private ImageDelivery delivery;

    @Inject
    private ImageLedger ledger;

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
            ledger.change(
                    run.project(),
                    run.fence(),
                    image.id(),
                    (row, now) -> row.delivered(delivered.sha256(), task, tries, now));
            deliveredImages.inc();
            deliveredBytes.inc(delivered.bytes());
            news.moved(run, ImageState.DELIVERED, delivered.bytes());
        } catch (Failure failure) {
            ImageState state = stateAfter(failure.code());
            if (state == ImageState.LISTED) {
                throw failure;
            }
            LOG.info(() -> "Image " + image.id() + " of project " + run.project() + ": " + failure.getMessage());
            failedImages.inc();
            int tries = failure.getSuppressed().length + 1;
            ledger.change(run.project(), run.fence(), image.id(), (row, now) -> row.failed(state, failure, tries));
            news.moved(run, state, image.size());
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
