package io.skyferry.platform.rest;

/** An answer with one page of a list. An answer that has a next page gets a {@code Link} header by itself. */
public interface Paged {
    /** What to give as {@code after} for the next page; null on the last one. */
    Object next();
}
