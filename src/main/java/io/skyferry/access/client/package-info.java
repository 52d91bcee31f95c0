/** The OAuth2 clients by which Skyferry is known to Tapis tenants, and the tenants it believes. */
package io.skyferry.access.client;
