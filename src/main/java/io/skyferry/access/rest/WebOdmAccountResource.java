package io.skyferry.access.rest;

import io.skyferry.access.acting.LedgerActing;
import io.skyferry.access.vault.LedgerAccounts;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** As whom Skyferry acts in WebODM for the caller. */
@Path("/skyferry/webodm-account")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webodm-account")
public class WebOdmAccountResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private LedgerAccounts accounts;

    @Inject
    private LedgerActing acting;

    @Inject
    private WebOdmUsers users;

    @Inject
    private WebOdm webOdm;

    @GET
    @Operation(summary = "How Skyferry acts in WebODM for the caller, and the linked account's name.")
    public WebOdmAccount get(
            @Parameter(description = "Whether to ask WebODM now if it lets us.")
                    @QueryParam("check")
                    @DefaultValue("false")
                    boolean check) {
        Owner owner = caller.get().owner();
        return answer(owner, check ? checked(owner) : null);
    }

    @PUT
    @BodyLimit
    @Operation(summary = "Links a WebODM account, whose password is kept encrypted, or chooses the way to act.")
    public WebOdmAccount put(WebOdmAccountBody body) {
        Owner owner = caller.get().owner();
        WebOdmAccountBody wish = Fields.body(body);
        Optional<WebOdmAuth> way = wish.way(users.ways());
        keep(() -> wish.account().ifPresent(account -> accounts.put(owner, account)));
        keep(() -> way.ifPresent(chosen -> acting.put(owner, chosen)));
        return answer(owner, null);
    }

    @DELETE
    @Operation(summary = "Forgets the linked WebODM account, and the choice of a way to act.")
    public WebOdmAccount delete() {
        Owner owner = caller.get().owner();
        accounts.delete(owner);
        acting.delete(owner);
        return answer(owner, null);
    }

    /** Two requests may be the user's first at one time. */
    private static void keep(Runnable insert) {
        InsertRace.run(() -> {
            insert.run();
            return null;
        });
    }

    private WebOdmAccount answer(Owner owner, WebOdmAccount.Check check) {
        Optional<String> linked = accounts.findUsername(owner);
        WebOdmAuth way = users.wayFor(owner);
        String as = way == WebOdmAuth.LINKED && linked.isEmpty()
                ? null
                : users.getFor(owner).username();
        return new WebOdmAccount(
                true,
                linked.isPresent(),
                linked.orElse(null),
                way.word(),
                users.ways().stream().map(WebOdmAuth::word).toList(),
                as,
                check);
    }

    private WebOdmAccount.Check checked(Owner owner) {
        try {
            webOdm.check(users.getFor(owner));
            return new WebOdmAccount.Check(true, null, null, null);
        } catch (Failure failure) {
            return new WebOdmAccount.Check(
                    false,
                    failure.code().name(),
                    failure.detail(),
                    failure.code().hint());
        }
    }
}
