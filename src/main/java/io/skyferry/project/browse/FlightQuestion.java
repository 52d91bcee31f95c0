package io.skyferry.project.browse;

import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.ProjectState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which flights are asked for.
 *
 * @param hasProject also set when a state, or none, is asked for
 */
record FlightQuestion(
        Owner owner,
        Optional<String> name,
        Optional<String> system,
        Optional<ProjectState> state,
        Optional<Boolean> hasProject,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Instant> changedSince) {
    private static final String NO_PROJECT = "none";

    static FlightQuestion of(Owner owner, FlightParameters given) {
        boolean none =
                given.state != null && given.state.toLowerCase(Locale.ROOT).equals(NO_PROJECT);
        Optional<Boolean> wanted = Query.flag("has_project", given.hasProject);
        if (none && wanted.orElse(false)) {
            throw Fields.invalid("has_project", "can't be true when 'state' is none");
        }
        return new FlightQuestion(
                owner,
                Query.text("q", given.q),
                Query.text("system", given.system),
                none ? Optional.empty() : Query.oneOf("state", given.state, ProjectState.class),
                none ? Optional.of(false) : wanted,
                Query.time("since", given.since),
                Query.time("until", given.until),
                Query.time("changed_since", given.changedSince));
    }

    boolean isForAll() {
        return equals(new FlightQuestion(
                owner,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
