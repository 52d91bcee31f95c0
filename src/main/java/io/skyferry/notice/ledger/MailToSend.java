package io.skyferry.notice.ledger;

import io.skyferry.notice.news.News;
import io.skyferry.platform.identity.Owner;
import java.util.List;

/**
 * A mail whose attempt is booked: the caller makes it, and says how it went.
 *
 * @param news what a digest tells, oldest first
 */
public record MailToSend(long id, Owner owner, String address, MailKind kind, String messageId, List<News> news) {}
