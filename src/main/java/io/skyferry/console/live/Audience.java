package io.skyferry.console.live;

import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.identity.Owner;
import java.util.Optional;
import java.util.Set;

/**
 * What a stream may tell.
 *
 * @param owner whose changes; empty = everybody's, and what is for operators only
 * @param projects the ledger's ids of the projects that were asked for; empty = all
 */
record Audience(Optional<Owner> owner, Optional<Set<Long>> projects) {
    boolean maySee(ChangeNote note) {
        boolean his = owner.isEmpty() || note.owner().equals(owner);
        return his
                && (projects.isEmpty()
                        || note.projectId().filter(projects.get()::contains).isPresent());
    }
}
