package io.skyferry.access.preference;

import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's preferences. */
@Path("/tapis-preferences")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preferences")
public class PreferencesResource {

    /**
     * @param lastAutoDiscovery absent when there was none
     * @param canRunDiscovery whether a sign-in now would start a discovery
     */
    public record Answer(
            boolean success,
            boolean autoDiscoverOnLogin,
            int maxProjectsPerDiscovery,
            int discoveryCooldownHours,
            boolean notifyOnDiscoveryComplete,
            boolean notifyOnDiscoveryErrors,
            List<String> preferredSystems,
            String lastAutoDiscovery,
            boolean canRunDiscovery) {

        static Answer of(Preferences preferences, Instant now) {
            return new Answer(
                    true,
                    preferences.autoDiscover(),
                    preferences.maxProjects(),
                    preferences.cooldownHours(),
                    preferences.notifyComplete(),
                    preferences.notifyErrors(),
                    preferences.preferredSystems(),
                    preferences
                            .lastAutoDiscovery()
                            .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                            .orElse(null),
                    preferences.canRunDiscoveryAt(now));
        }
    }

    @Inject
    private CurrentCaller caller;

    @Inject
    private PreferenceStore store;

    @Inject
    private Clock clock;

    @GET
    @Operation(summary = "The caller's preferences, or the presets.")
    public Answer get() {
        return Answer.of(store.get(caller.get().owner()), clock.instant());
    }

    @POST
    @BodyLimit
    @Operation(summary = "Changes what the body names.")
    public Answer change(PreferenceBody body) {
        Owner owner = caller.get().owner();
        Preferences changed = Fields.body(body).over(store.get(owner));
        return Answer.of(InsertRace.run(() -> store.put(owner, changed)), clock.instant());
    }
}
