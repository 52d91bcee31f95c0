/**
 * The REST side of notices. Links of mails end on pages that work without a script and without a sign-in: reading one
 * changes nothing, its button does. The same address takes the bare {@code POST} of RFC 8058, which mail programs send.
 */
package io.skyferry.notice.rest;
