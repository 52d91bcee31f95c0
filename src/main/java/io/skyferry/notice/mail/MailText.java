package io.skyferry.notice.mail;

/** What a mail says, twice: as text and as HTML. */
record MailText(String subject, String plain, String html) {}
