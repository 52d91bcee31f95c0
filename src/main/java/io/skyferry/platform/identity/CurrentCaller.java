package io.skyferry.platform.identity;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;

/** The caller of the current request, as the authentication mechanism established him. */
@RequestScoped
public class CurrentCaller {
    @Inject
    private SecurityContext security;

    /** @throws Failure NOT_SIGNED_IN when the request carried no identity */
    public Caller get() {
        Principal principal = security.getCallerPrincipal();
        if (principal instanceof CallerHolder holder) {
            return holder.caller();
        }
        throw new Failure(ErrorCode.NOT_SIGNED_IN, "The request carries no token and no session.");
    }

    /** @throws Failure FORBIDDEN for everybody but administrators */
    public Caller getAdministrator() {
        Caller caller = get();
        if (!caller.isAdministrator()) {
            throw new Failure(ErrorCode.FORBIDDEN, "This needs the role administrator.");
        }
        return caller;
    }

    /** @throws Failure FORBIDDEN for callers who are neither operator nor administrator */
    public Caller getOperator() {
        Caller caller = get();
        if (!caller.isOperator()) {
            throw new Failure(ErrorCode.FORBIDDEN, "This needs the role operator.");
        }
        return caller;
    }
}
