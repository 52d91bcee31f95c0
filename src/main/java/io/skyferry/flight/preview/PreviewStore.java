package io.skyferry.flight.preview;

import io.skyferry.flight.Flight;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where previews live. Every method is atomic; implementations are thread-safe. */
interface PreviewStore {

    /** Does nothing for an image that was not read. */
    void keepThumbnail(long flight, String name, byte[] jpeg);

    /**
     * What is known about an image.
     *
     * @param hasThumbnail whether the camera made one; the facts of a list are without it
     */
    record Known(String name, ImageFacts facts, boolean hasThumbnail) {}

    /** @throws Failure FLIGHT_NOT_FOUND also when his last scan did not find it: who asks must not learn that it exists */
    Flight getSeen(Owner owner, long flight);

    Optional<PreviewRow> find(long flight);

    /** @return whether the caller is to read now: nobody else does, and what there is does not cover the wish */
    boolean begin(Flight flight, boolean all);

    /** Of these, what has been read and is unchanged; forgets what is not in the listing any more. */
    Set<String> listKnown(long flight, Collection<TapisFile> listing);

    void planned(long flight, int listed, int wanted, int known);

    void keep(long flight, TapisFile file, ImageFacts facts);

    void end(long flight, Optional<Failure> failure);

    List<Known> list(long flight);

    Optional<byte[]> findThumbnail(long flight, String name);
}
