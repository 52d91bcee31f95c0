package io.skyferry.access.browser;

import java.time.Instant;

/**
 * A sign-in that began and has not come back yet.
 *
 * @param stateHash of the state that the tenant hands back
 * @param browserHash of what the browser that began keeps
 * @param redirectAfter a path of our own
 * @param pkce whether the tenant was given a challenge and wants the verifier
 */
public record SignInState(
        String stateHash, String browserHash, String clientId, String redirectAfter, boolean pkce, Instant expiresAt) {}
