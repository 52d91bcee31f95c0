/**
 * Gateway to Tapis v3: Systems, Files, OAuth2, Tenants. Tapis' JSON types never leave this package.
 *
 * <p>Rules it keeps: a user's token travels only as {@code X-Tapis-Token} and never with {@code X-Tapis-Tenant};
 * {@code listType=ALL}, because the default shows owned systems only; every page is read; error bodies may be plain
 * text; each path segment is percent-encoded; redirects are not followed with the token.
 */
package io.skyferry.tapis;
