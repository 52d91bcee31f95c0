package io.skyferry.notice.ledger;

import io.skyferry.notice.news.News;

/** A notice as people look at it. */
public record KeptNotice(long id, Channel channel, News news, Delivery delivery) {}
