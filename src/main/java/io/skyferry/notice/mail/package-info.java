/**
 * Mail: what it says and how it is sent.
 *
 * <p>Each mail is text and HTML with the same content. Names come from directories that anybody may have made, so they
 * are cleaned of everything invisible, cut, and escaped; no name reaches a header but the encoded subject. The message
 * id of a mail is the same in every attempt: mail servers that look at it drop the one duplicate that a crash can cause.
 */
package io.skyferry.notice.mail;
