package io.skyferry.flight.preview;

import io.skyferry.tapis.TapisFile;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;

/** A row of {@code preview_image}: what the beginning of one image said, as long as the image stays the same. */
@Entity
@Table(name = "preview_image")
public class PreviewImageRow {
    private static final int LONGEST_ODD = 200;

    /** Which image. */
    @Embeddable
    public record Key(
            @Column(name = "flight_id", nullable = false) long flightId,
            @Column(nullable = false, length = 1024) String name) {}

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private long size;

    @Column(name = "last_modified", length = 40)
    private String lastModified;

    @Column(nullable = false, length = 12)
    private String kind;

    @Column(length = LONGEST_ODD)
    private String odd;

    private Double latitude;

    private Double longitude;

    private Double altitude;

    @Column(name = "taken_at", length = 40)
    private String takenAt;

    @Column(length = 100)
    private String camera;

    private Integer width;

    private Integer height;

    private byte[] thumbnail;

    protected PreviewImageRow() {}

    PreviewImageRow(long flight, TapisFile file, ImageFacts facts) {
        key = new Key(flight, file.name());
        size = file.size();
        lastModified = file.lastModified();
        kind = facts.odd().isPresent() ? "ODD" : facts.position().isPresent() ? "POSITION" : "NO_POSITION";
        odd = facts.odd()
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_ODD)))
                .orElse(null);
        latitude = facts.position().map(ImageFacts.Position::latitude).orElse(null);
        longitude = facts.position().map(ImageFacts.Position::longitude).orElse(null);
        altitude = facts.position().flatMap(ImageFacts.Position::altitude).orElse(null);
        takenAt = facts.takenAt().orElse(null);
        camera = facts.camera().orElse(null);
        width = facts.width().orElse(null);
        height = facts.height().orElse(null);
        thumbnail = facts.thumbnail().orElse(null);
    }

    boolean isOf(TapisFile file) {
        return key.name().equals(file.name())
                && size == file.size()
                && Objects.equals(lastModified, file.lastModified());
    }

    String name() {
        return key.name();
    }

    void looksLike(byte[] jpeg) {
        thumbnail = jpeg;
    }

    Optional<byte[]> thumbnail() {
        return Optional.ofNullable(thumbnail);
    }

    ImageFacts facts() {
        return new ImageFacts(
                Optional.ofNullable(odd),
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new ImageFacts.Position(latitude, longitude, Optional.ofNullable(altitude))),
                Optional.ofNullable(takenAt),
                Optional.ofNullable(camera),
                Optional.ofNullable(width),
                Optional.ofNullable(height),
                thumbnail());
    }
}
