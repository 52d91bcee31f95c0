package io.skyferry.platform.change;

import java.util.Locale;
import java.util.Set;

/** What a change tells. The names are part of the API: none changes its meaning or goes away. */
public enum ChangeKind {
    /** A discovery run ended; the body has its counts. */
    FLIGHTS_DISCOVERED,
    /** A project and its task exist in WebODM now. */
    PROJECT_CREATED,
    /** A project's state, error or task changed. */
    PROJECT_CHANGED,
    /** A job execution begins to bring a project's images. */
    SYNC_STARTED,
    /** How far a sync has come; about one a second for each project, and not kept for long. */
    SYNC_PROGRESS,
    /** A sync ended, however it ended. */
    SYNC_ENDED,
    /** Somebody has to decide or repair something. */
    NEEDS_ATTENTION,
    /** Nothing goes on for this owner until he has signed in with Tapis again. */
    SIGN_IN_NEEDED,
    /** WebODM completed, failed or cancelled the processing. */
    PROCESSING_ENDED,
    /** Project or task is not in WebODM any more. */
    WEBODM_LOST,
    /** A job execution was started, stopped or ended. */
    JOB_CHANGED,
    /** How far a job is that looks for flights; at most one a second for each, and not kept for long. */
    DISCOVERY_PROGRESS;

    /** Of use only to who watches just now. */
    static final Set<ChangeKind> FLEETING = Set.of(SYNC_PROGRESS, DISCOVERY_PROGRESS);

    /** As it stands in the API: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
