package io.skyferry.console.live;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSession;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens, as it happens. */
@Path("skyferry/events")
@RequestScoped
@Tag(name = "events")
public class EventsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private SecurityContext security;

    @Inject
    private ProjectLedger projects;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private LiveEvents live;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletResponse response;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followEvents",
            summary = "Follow what happens, as server-sent events; goes on after the last event that you have")
    public void follow(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Parameter(description = "The last event that you have; browsers send it by themselves.")
                    @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    String lastId,
            @Parameter(description = "The same, for the first connection; the header comes before it.")
                    @QueryParam("last_event_id")
                    String lastIdToo,
            @Parameter(description = "Only this project; WebODM's id.") @QueryParam("project") String project,
            @Parameter(description = "'all' for operators: everybody's events.") @QueryParam("scope") String scope) {
        Caller who = caller.get();
        OptionalLong after = number("last_event_id", lastId == null || lastId.isBlank() ? lastIdToo : lastId);
        Audience audience = audience(who, number("project", project), scope);
        response.setHeader("Cache-Control", "no-store");
        // nginx would keep events back until its buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
        live.open(who.owner(), audience, pass(who), after, new SseClient(sink, sse));
    }

    private static OptionalLong number(String field, String text) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw Fields.invalid(field, "must be a number");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private Audience audience(Caller who, OptionalLong project, String scope) {
        boolean everybodys = "all".equals(scope);
        if (!everybodys && scope != null && !scope.isBlank()) {
            throw Fields.invalid("scope", "must be 'all' or absent");
        }
        Optional<Owner> owner = everybodys ? Optional.empty() : Optional.of(who.owner());
        if (everybodys) {
            caller.getOperator();
        }
        return new Audience(
                owner, project.isPresent() ? Optional.of(ledgerIds(owner, project.getAsLong())) : Optional.empty());
    }

    private Set<Long> ledgerIds(Optional<Owner> owner, long webOdmProject) {
        return owner.map(his -> Set.of(projects.getOf(his, webOdmProject).id()))
                .orElseGet(() -> projects.listOfWebOdm(webOdmProject).stream()
                        .map(FlightProject::id)
                        .collect(Collectors.toSet()));
    }

    /** A token that came along counts before a cookie that did so as well, as it did when the request was let in. */
    private StreamPass pass(Caller who) {
        if (security.getCallerPrincipal() instanceof JsonWebToken token
                && token.getClaim("exp") instanceof Number end) {
            return new StreamPass(Optional.of(Instant.ofEpochSecond(end.longValue())), Optional.empty());
        }
        Optional<String> session = Optional.ofNullable(headers.getCookies().get(cookies.sessionName()))
                .map(Cookie::getValue)
                .map(Secret::new)
                .flatMap(sessions::find)
                .filter(found -> found.owner().equals(who.owner()))
                .map(BrowserSession::idHash);
        return new StreamPass(Optional.empty(), session.or(() -> Optional.of("")));
    }
}
