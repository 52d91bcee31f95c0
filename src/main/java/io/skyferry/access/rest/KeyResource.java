package io.skyferry.access.rest;

import io.skyferry.access.vault.KeyRotation;
import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key that seals stored secrets. */
@Path("/skyferry/admin/rotate-key")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class KeyResource {

    /**
     * @param keyId the new key's name, which tells nothing about it
     * @param refused rows that were changed outside Skyferry and stay unreadable
     */
    public record Rotated(boolean success, String keyId, int resealed, int refused) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private KeyRotation rotation;

    @POST
    @Operation(summary = "Makes a new key and seals every stored secret with it; nobody has to wait or sign in again.")
    public Rotated rotate() {
        caller.getAdministrator();
        KeyRotation.Outcome outcome = rotation.rotate();
        return new Rotated(true, outcome.keyId(), outcome.resealed(), outcome.refused());
    }
}
