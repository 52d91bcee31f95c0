package io.skyferry.transfer.preview;

import io.skyferry.tapis.TapisFile;
import io.skyferry.transfer.Image;
import io.skyferry.transfer.integrity.ImageNames;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The images of a flight, each with what a sync would do with it.
 *
 * @param images by name
 */
record FlightPreview(List<PlannedImage> images) {
    /** How many images, and how many bytes. */
    public record Amount(long images, long bytes) {
        static final Amount NONE = new Amount(0, 0);

        Amount plus(Amount other) {
            return new Amount(images + other.images, bytes + other.bytes);
        }
    }

    /** @param known the project's images in the ledger; none without a project */
    static FlightPreview of(Collection<TapisFile> listed, Collection<Image> known) {
        Map<String, Image> rows = new HashMap<>();
        Map<String, String> given = new HashMap<>();
        known.forEach(image -> {
            rows.put(image.name(), image);
            given.put(image.name(), image.deliveredName());
        });
        Map<String, String> fresh =
                ImageNames.assign(listed.stream().map(TapisFile::name).toList(), given);
        Map<String, PlannedImage> all = new TreeMap<>();
        for (TapisFile file : listed) {
            Optional<Image> row = Optional.ofNullable(rows.remove(file.name()));
            Optional<String> delivered = row.map(Image::deliveredName)
                    .filter(name -> !name.isEmpty())
                    .or(() -> Optional.ofNullable(fresh.get(file.name())));
            PlanKind kind =
                    row.map(image -> kind(image, file)).orElse(delivered.isPresent() ? PlanKind.NEW : PlanKind.REFUSED);
            all.put(file.name(), new PlannedImage(file.name(), kind, Optional.of(file), row, delivered));
        }
        rows.forEach((name, image) -> all.put(
                name,
                new PlannedImage(
                        name,
                        PlanKind.GONE,
                        Optional.empty(),
                        Optional.of(image),
                        Optional.of(image.deliveredName()))));
        return new FlightPreview(List.copyOf(all.values()));
    }

    private static PlanKind kind(Image image, TapisFile file) {
        if (image.deliveredName().isEmpty()) {
            return PlanKind.REFUSED;
        }
        if (image.differsFrom(file)) {
            return PlanKind.CHANGED;
        }
        return switch (image.state()) {
            case LISTED, FAILED, GONE -> PlanKind.WAITING;
            case DELIVERED -> PlanKind.DELIVERED;
            case REFUSED -> PlanKind.REFUSED;
        };
    }

    Map<PlanKind, Amount> amounts() {
        Map<PlanKind, Amount> amounts = new EnumMap<>(PlanKind.class);
        for (PlanKind kind : PlanKind.values()) {
            amounts.put(kind, Amount.NONE);
        }
        images.forEach(image -> amounts.merge(image.kind(), new Amount(1, image.size()), Amount::plus));
        return amounts;
    }

    Amount toMove() {
        return amounts().entrySet().stream()
                .filter(entry -> entry.getKey().moves())
                .map(Map.Entry::getValue)
                .reduce(Amount.NONE, Amount::plus);
    }
}
