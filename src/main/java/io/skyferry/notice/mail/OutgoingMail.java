package io.skyferry.notice.mail;

import java.util.Optional;

/**
 * A mail, ready to go.
 *
 * @param off the address that a mail program's own button for turning mail off posts to
 */
record OutgoingMail(String to, String messageId, MailText text, Optional<String> off) {}
