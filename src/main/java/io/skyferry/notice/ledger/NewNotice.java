package io.skyferry.notice.ledger;

import io.skyferry.notice.news.News;
import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice to be kept.
 *
 * @param changeId its place in the feed of changes; 0 = it is from none
 * @param owner whom it concerns; empty = only the installation
 * @param firstAttempt not before then; for a mail, when the collecting ends
 */
public record NewNotice(long changeId, Channel channel, Optional<Owner> owner, News news, Instant firstAttempt) {}
