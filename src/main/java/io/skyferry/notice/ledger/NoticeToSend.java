package io.skyferry.notice.ledger;

import io.skyferry.notice.news.News;
import io.skyferry.platform.identity.Owner;
import java.util.Optional;

/** A notice whose attempt is booked: the caller makes it, and says how it went. */
public record NoticeToSend(long id, Channel channel, Optional<Owner> owner, News news) {}
