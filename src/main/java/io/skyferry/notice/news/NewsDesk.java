package io.skyferry.notice.news;

import io.skyferry.platform.change.Change;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what of the feed is news. A sync that found nothing to do is none, and neither is that WebODM is still done
 * with that project: it has to be remembered between the two. For one reader of the feed, in its order.
 */
public final class NewsDesk {
    private static final Set<String> TOLD_AS_SIGN_IN =
            Set.of(ErrorCode.NO_TAPIS_TOKEN.name(), ErrorCode.TOKEN_EXPIRED.name());
    /** The user himself did it. */
    private static final String STOPPED = ErrorCode.STOPPED.name();

    private final Set<Long> unchanged;

    /** @param unchanged ledger's ids of the projects whose last sync found nothing to do */
    public NewsDesk(Set<Long> unchanged) {
        this.unchanged = new HashSet<>(unchanged);
    }

    /** Which they are after all that was read. */
    public Set<Long> unchanged() {
        return Set.copyOf(unchanged);
    }

    public Set<Occasion> read(Change change) {
        JsonObject body = change.note().body();
        return switch (change.kind()) {
            case FLIGHTS_DISCOVERED -> discovery(body);
            case SYNC_ENDED -> sync(change);
            case NEEDS_ATTENTION -> attention(body.getString("error_code", ""));
            case SIGN_IN_NEEDED -> EnumSet.of(Occasion.SIGN_IN_NEEDED);
            case PROCESSING_ENDED -> processing(change);
            case WEBODM_LOST -> EnumSet.of(Occasion.TASK_LOST);
            case PROJECT_CHANGED -> {
                follow(change);
                yield none();
            }
            case PROJECT_CREATED, SYNC_STARTED, SYNC_PROGRESS, JOB_CHANGED, DISCOVERY_PROGRESS -> none();
        };
    }

    private static Set<Occasion> discovery(JsonObject body) {
        Set<Occasion> told = none();
        if (body.getInt("projects_created", 0) > 0) {
            told.add(Occasion.DISCOVERY_COMPLETE);
        }
        if (body.getInt("errors", 0) > 0) {
            told.add(Occasion.DISCOVERY_ERRORS);
        }
        return told;
    }

    private Set<Occasion> sync(Change change) {
        String exit = change.note().body().getString("exit_status", "");
        Optional<Long> project = change.note().projectId();
        if (exit.equals("NOTHING_TO_DO")) {
            project.ifPresent(unchanged::add);
        } else {
            project.ifPresent(unchanged::remove);
        }
        return exit.equals("COMMITTED") ? EnumSet.of(Occasion.SYNC_FINISHED) : none();
    }

    private static Set<Occasion> attention(String code) {
        boolean told = TOLD_AS_SIGN_IN.contains(code) || code.equals(STOPPED);
        return told ? none() : EnumSet.of(Occasion.NEEDS_ATTENTION);
    }

    private Set<Occasion> processing(Change change) {
        if (change.note().projectId().map(unchanged::remove).orElse(false)) {
            return none();
        }
        boolean completed = change.note().body().getString("state", "").equals("COMPLETED");
        return EnumSet.of(completed ? Occasion.PROCESSING_FINISHED : Occasion.PROCESSING_FAILED);
    }

    /** Somebody has WebODM process it again. */
    private void follow(Change change) {
        if (change.note().body().getString("state", "").equals("PROCESSING")) {
            change.note().projectId().ifPresent(unchanged::remove);
        }
    }

    private static Set<Occasion> none() {
        return EnumSet.noneOf(Occasion.class);
    }
}
