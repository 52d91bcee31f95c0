package io.skyferry.transfer.preview;

import io.skyferry.project.FlightProject;
import io.skyferry.transfer.integrity.ImageNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something that somebody should know before a sync.
 *
 * @param code stable
 * @param text for people
 * @param count how many images it is about
 * @param images their names, 20 at most
 */
public record PlanWarning(String code, String text, long count, List<String> images) {
    private static final int FEWEST_IMAGES = 2;
    private static final int SHOWN = 20;
    /** No camera writes a photo that small. */
    private static final long ODD_BYTES = 1024;

    static List<PlanWarning> of(FlightPreview preview, Optional<FlightProject> project) {
        List<PlanWarning> warnings = new ArrayList<>();
        List<String> usable =
                names(preview, image -> image.kind() != PlanKind.GONE && image.kind() != PlanKind.REFUSED);
        if (usable.size() < FEWEST_IMAGES) {
            String text = "WebODM processes 2 images or more; here are " + usable.size() + ".";
            warnings.add(of("FEW_IMAGES", text, usable));
        }
        add(
                warnings,
                "ODD_FILE",
                "These files are smaller than any photo; they will be refused.",
                names(preview, image -> image.kind().moves() && image.size() < ODD_BYTES));
        add(
                warnings,
                "NAME_COLLISION",
                "These names differ only in letter case or Unicode form; some get a suffix in WebODM.",
                alike(preview));
        add(
                warnings,
                "UNUSABLE_NAME",
                "The names of these files can't be used; the files are left out.",
                names(
                        preview,
                        image -> image.file().isPresent()
                                && image.deliveredName().isEmpty()));
        if (project.filter(row -> row.state().isWithWebOdm()).isPresent()) {
            addOfProcessed(warnings, preview);
        }
        return warnings;
    }

    private static void addOfProcessed(List<PlanWarning> warnings, FlightPreview preview) {
        add(
                warnings,
                "REPROCESS_NEEDED",
                "WebODM was given the task already; new images are brought only with 'reprocess'.",
                names(preview, image -> image.kind().moves()));
        add(
                warnings,
                "GONE_STAY",
                "These images are gone at the source; they stay in WebODM's task.",
                names(preview, image -> image.kind() == PlanKind.GONE));
    }

    private static List<String> alike(FlightPreview preview) {
        return preview.images().stream()
                .filter(image ->
                        image.file().isPresent() && image.deliveredName().isPresent())
                .collect(Collectors.groupingBy(image -> ImageNames.comparisonKey(image.name())))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(PlannedImage::name)
                .sorted()
                .toList();
    }

    private static void add(List<PlanWarning> warnings, String code, String text, List<String> images) {
        if (!images.isEmpty()) {
            warnings.add(of(code, text, images));
        }
    }

    private static PlanWarning of(String code, String text, List<String> images) {
        return new PlanWarning(
                code, text, images.size(), images.stream().limit(SHOWN).toList());
    }

    private static List<String> names(FlightPreview preview, Predicate<PlannedImage> which) {
        return preview.images().stream().filter(which).map(PlannedImage::name).toList();
    }
}
