package io.skyferry.transfer.preview;

import io.skyferry.project.FlightProject;
import io.skyferry.transfer.SyncRecords;
import io.skyferry.transfer.preview.FlightPreview.Amount;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a sync would do, in numbers.
 *
 * @param toMove new, changed and waiting
 * @param estimatedSeconds by the rate
 */
public record PlanView(
        @JsonbProperty("new") @Schema(name = "new") Amount fresh,
        Amount changed,
        Amount waiting,
        Amount delivered,
        Amount refused,
        Amount gone,
        Amount toMove,
        long estimatedSeconds,
        RateView rate,
        List<PlanWarning> warnings) {
    /** A modest server, when nothing was measured yet. */
    private static final long ASSUMED_BYTES_PER_SECOND = 5_000_000;

    /**
     * @param measured by the system's last syncs; otherwise it is an assumption
     * @param runs of how many syncs
     */
    public record RateView(long bytesPerSecond, boolean measured, int runs) {
        static RateView of(SyncRecords.Rate rate) {
            return rate.bytesPerSecond() > 0
                    ? new RateView(rate.bytesPerSecond(), true, rate.syncs())
                    : new RateView(ASSUMED_BYTES_PER_SECOND, false, 0);
        }

        long secondsFor(long bytes) {
            return (bytes + bytesPerSecond - 1) / bytesPerSecond;
        }
    }

    static PlanView of(FlightPreview preview, Optional<FlightProject> project, SyncRecords.Rate measured) {
        Map<PlanKind, Amount> amounts = preview.amounts();
        Amount moving = preview.toMove();
        RateView rate = RateView.of(measured);
        return new PlanView(
                amounts.get(PlanKind.NEW),
                amounts.get(PlanKind.CHANGED),
                amounts.get(PlanKind.WAITING),
                amounts.get(PlanKind.DELIVERED),
                amounts.get(PlanKind.REFUSED),
                amounts.get(PlanKind.GONE),
                moving,
                rate.secondsFor(moving.bytes()),
                rate,
                PlanWarning.of(preview, project));
    }
}
