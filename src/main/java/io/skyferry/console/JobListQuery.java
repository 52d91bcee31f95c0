package io.skyferry.console;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Query;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the list of jobs can be asked for, as it came in. */
public class JobListQuery {
    private static final long MOST_AFTER = Long.MAX_VALUE;

    @QueryParam("name")
    @Parameter(description = "The job's name, such as sync-flight.")
    private String name;

    @QueryParam("state")
    @Parameter(description = "May be given several times.")
    private List<String> states;

    @QueryParam("project")
    @Parameter(description = "WebODM's id of the project.")
    private String project;

    @QueryParam("owner")
    @Parameter(description = "name@tenant")
    private String owner;

    @QueryParam("system")
    private String system;

    @QueryParam("since")
    @Parameter(description = "Created then or later.")
    private String since;

    @QueryParam("until")
    @Parameter(description = "Created before.")
    private String until;

    @QueryParam("q")
    @Parameter(description = "A part of flight, system, owner, name, outcome or error code; or the job's id.")
    private String text;

    @QueryParam("after")
    @Parameter(description = "The next of an earlier answer.")
    private String after;

    @QueryParam("limit")
    @Parameter(description = "1 to 1000, 50 if absent.")
    private String limit;

    int limit() {
        return Query.limit(limit, 50, 1000);
    }

    long before() {
        return Query.number("after", after, 1, MOST_AFTER).orElse(0L);
    }

    JobFilter filterFor(Caller caller) {
        return new JobFilter(
                JobCatalog.visibleTo(caller),
                states(),
                Query.text("name", name).orElse(null),
                Query.number("project", project, 1, Long.MAX_VALUE).orElse(null),
                Query.text("owner", owner).orElse(null),
                Query.text("system", system).orElse(null),
                Query.time("since", since).orElse(null),
                Query.time("until", until).orElse(null),
                Query.text("q", text).orElse(null));
    }

    private Set<RunState> states() {
        return states == null
                ? Set.of()
                : states.stream()
                        .filter(word -> !word.isBlank())
                        .map(word -> RunState.find(word)
                                .orElseThrow(() ->
                                        Fields.invalid("state", "must be one of " + EnumSet.allOf(RunState.class))))
                        .collect(Collectors.toSet());
    }
}
