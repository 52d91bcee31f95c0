package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import java.time.Instant;

/**
 * A sign-in that a person finishes in a browser, perhaps on another machine.
 *
 * @param userCode what he types there
 * @param verificationUri where
 */
public record DeviceCode(Secret deviceCode, String userCode, String verificationUri, Instant expiresAt) {}
