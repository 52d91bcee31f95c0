/**
 * The pretended Authenticator: sign-in page, tokens, device codes, clients, profiles.
 *
 * <p>Facts behind it: every refusal is a 400 page of JSON, never a redirect to the client; the state comes back
 * un-encoded, or as the text {@code None}; tokens are nested in the answer, which has status 200; a form body is read
 * for six fields only, so client credentials in it are lost; a wrong client key is echoed in the error; the codes of
 * the device flow are polled with another error than the standard's.
 *
 * <p>Invariant: the request log and exceptions hold no code, key or token; only answers do, as the real ones.
 */
package io.skyferry.sandbox.tapis.oauth;
