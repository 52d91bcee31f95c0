package io.skyferry.platform.change;

import io.skyferry.platform.identity.Owner;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * A change to be recorded.
 *
 * @param owner whom it concerns; empty = it is for operators only
 * @param projectId the ledger's id of the project, not WebODM's
 * @param body small, with names in snake_case, and without any secret: it is stored and sent as it is
 */
public record ChangeNote(
        ChangeKind kind,
        Optional<Owner> owner,
        Optional<Long> projectId,
        Optional<Long> jobExecutionId,
        JsonObject body) {

    public static ChangeNote of(ChangeKind kind, Owner owner) {
        return new ChangeNote(
                kind, Optional.of(owner), Optional.empty(), Optional.empty(), JsonValue.EMPTY_JSON_OBJECT);
    }

    public static ChangeNote forOperators(ChangeKind kind) {
        return new ChangeNote(kind, Optional.empty(), Optional.empty(), Optional.empty(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** @param ledgerId the ledger's id of the project, not WebODM's */
    public ChangeNote ofProject(long ledgerId) {
        return new ChangeNote(kind, owner, Optional.of(ledgerId), jobExecutionId, body);
    }

    public ChangeNote ofJob(long execution) {
        return new ChangeNote(kind, owner, projectId, Optional.of(execution), body);
    }

    public ChangeNote saying(JsonObject text) {
        return new ChangeNote(kind, owner, projectId, jobExecutionId, text);
    }
}
