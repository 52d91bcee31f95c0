/**
 * Gateway to Tapis' authenticator and tenants service. Its JSON never leaves this package.
 *
 * <p>What is special there: the answer to a token request holds nested objects ({@code result.access_token.access_token}),
 * so common OAuth2 libraries can't read it; every refusal is a 400, and its text may repeat the client's key, so no text
 * of this service is ever shown, logged or kept in an exception. Redirects are not followed. All calls have time-outs.
 */
package io.skyferry.tapis.oauth;
