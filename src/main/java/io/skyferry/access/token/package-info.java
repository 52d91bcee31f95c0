/**
 * Checking tokens: Tapis' own, and those of this server's command line. Plain Java.
 *
 * <p>The order is fixed: length, header, tenant, signature, claims. The algorithm is ours to choose, never the token's.
 */
package io.skyferry.access.token;
