/**
 * Web hooks: what happens is posted to programs, signed as the Standard Webhooks specification (version 1) says.
 *
 * <p>A user's address is foreign: it must be https, and every address that its name resolves to must be a public one.
 * What was checked is what is connected to, so a name that changes its mind in between gains nothing. Redirects are not
 * followed, and nothing of the answer is shown but its status. The installation's own hook is the operator's and may be
 * anywhere.
 *
 * <p>Attempts carry the notice's id: a receiver that remembers ids sees everything once.
 */
package io.skyferry.notice.hook;
