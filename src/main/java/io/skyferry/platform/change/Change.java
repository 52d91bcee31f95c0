package io.skyferry.platform.change;

import java.time.Instant;

/**
 * A recorded change.
 *
 * @param id its place in the feed; whoever has seen an id has seen, or was able to see, all smaller ones
 * @param at when it was recorded
 */
public record Change(long id, Instant at, ChangeNote note) {
    public ChangeKind kind() {
        return note.kind();
    }
}
