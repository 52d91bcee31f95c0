package io.skyferry.console;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs somebody asks for; null or empty = whatever.
 *
 * @param visibleTo whose jobs he may see; empty = everybody's
 * @param project WebODM's id
 * @param since started then or later
 * @param until started before
 * @param text a part of flight, system, owner, job name, outcome or error, or the job's id
 */
record JobFilter(
        Optional<Owner> visibleTo,
        Set<RunState> states,
        String name,
        Long project,
        String owner,
        String system,
        Instant since,
        Instant until,
        String text) {

    private static final String TEXT_FIELDS = "concat(r.jobName, ' ', coalesce(r.owner, ''), ' ',"
            + " coalesce(r.exitStatus, ''), ' ', coalesce(r.errorCode, ''), ' ', coalesce(f.name, ''), ' ',"
            + " coalesce(f.systemId, ''))";

    static JobFilter all(Optional<Owner> visibleTo) {
        return new JobFilter(visibleTo, Set.of(), null, null, null, null, null, null, null);
    }

    JobFilter inStates(Set<RunState> wanted) {
        return new JobFilter(visibleTo, wanted, name, project, owner, system, since, until, text);
    }

    JobFilter startedSince(Instant moment) {
        return new JobFilter(visibleTo, states, name, project, owner, system, moment, until, text);
    }

    /** Conditions over run {@code r}, project {@code p} and flight {@code f}, each with its parameter. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        visibleTo.ifPresent(one -> conditions.put("r.owner = :visibleTo", one.toString()));
        if (!states.isEmpty()) {
            conditions.put("r.state in :states", states);
        }
        put(conditions, "r.jobName = :name", name);
        put(conditions, "p.webOdmProjectId = :project", project);
        put(conditions, "r.owner = :owner", owner);
        put(conditions, "f.systemId = :system", system);
        put(conditions, "r.createdAt >= :since", since);
        put(conditions, "r.createdAt < :until", until);
        if (text != null) {
            String id = text.matches("\\d{1,18}") ? " or r.executionId = " + Long.parseLong(text) : "";
            conditions.put("(locate(:text, lower(" + TEXT_FIELDS + ")) > 0" + id + ")", text.toLowerCase(Locale.ROOT));
        }
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String condition, Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }
}
