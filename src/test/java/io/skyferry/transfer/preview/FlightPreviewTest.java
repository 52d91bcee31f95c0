package io.skyferry.transfer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.tapis.TapisFile;
import io.skyferry.transfer.SyncRecords.Rate;
import io.skyferry.transfer.preview.FlightPreview.Amount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of a flight without a project; what the ledger adds, the integration tests hold against real syncs. */
class FlightPreviewTest {
    private static FlightPreview preview(TapisFile... files) {
        return FlightPreview.of(List.of(files), List.of());
    }

    private static TapisFile file(String name, long size) {
        return new TapisFile(name, "file", size, "2026-01-01T00:00:00Z");
    }

    private static List<String> warnings(FlightPreview preview) {
        return PlanWarning.of(preview, Optional.empty()).stream()
                .map(PlanWarning::code)
                .toList();
    }

    @Test
    void bringsWhatIsNewAndLeavesOutWhatHasNoUsableName() {
        FlightPreview preview = preview(file("a.jpg", 5000), file("b.jpg", 6000), file("c\\d.jpg", 7000));

        assertThat(preview.amounts()).containsEntry(PlanKind.NEW, new Amount(2, 11_000));
        assertThat(preview.amounts()).containsEntry(PlanKind.REFUSED, new Amount(1, 7000));
        assertThat(preview.toMove()).isEqualTo(new Amount(2, 11_000));
        assertThat(warnings(preview)).containsExactly("UNUSABLE_NAME");
    }

    @Test
    void warnsOfTooFewOddAndColliding() {
        assertThat(warnings(preview(file("a.jpg", 5000)))).containsExactly("FEW_IMAGES");
        assertThat(warnings(preview(file("a.jpg", 5000), file("A.JPG", 5000)))).containsExactly("NAME_COLLISION");
        assertThat(warnings(preview(file("a.jpg", 5000), file("b.jpg", 1023)))).containsExactly("ODD_FILE");
        assertThat(warnings(preview(file("a.jpg", 5000), file("b.jpg", 1024)))).isEmpty();
    }

    @Test
    void namesAtMostTwentyImages() {
        TapisFile[] many = Stream.iterate(1, number -> number + 1)
                .limit(30)
                .map(number -> file(number + ".jpg", 1))
                .toArray(TapisFile[]::new);

        PlanWarning odd = PlanWarning.of(preview(many), Optional.empty()).get(0);

        assertThat(odd.count()).isEqualTo(30);
        assertThat(odd.images()).hasSize(20);
    }

    @Test
    void estimatesByWhatWasMeasuredOrSaysThatItDoesNotKnow() {
        FlightPreview preview = preview(file("a.jpg", 10_000_000), file("b.jpg", 1));

        PlanView measured = PlanView.of(preview, Optional.empty(), new Rate(1_000_000, 3));
        PlanView assumed = PlanView.of(preview, Optional.empty(), Rate.UNKNOWN);

        assertThat(measured.estimatedSeconds()).isEqualTo(11);
        assertThat(measured.rate().measured()).isTrue();
        assertThat(assumed.estimatedSeconds()).isEqualTo(3);
        assertThat(assumed.rate().measured()).isFalse();
    }
}
