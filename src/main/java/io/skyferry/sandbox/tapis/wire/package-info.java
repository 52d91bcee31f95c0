/**
 * The two dialects of Tapis' answers. The Java services (Systems, Files) name the HTTP reason phrase as
 * {@code status} of an error, add {@code commit} and {@code build}, and write errors of their request filters as bare
 * text; the Python services (Authenticator, Tenants) say {@code success} or {@code error}, with code 400 for nearly
 * every failure.
 */
package io.skyferry.sandbox.tapis.wire;
