package io.skyferry.cli.call;

/**
 * How a list comes in pages.
 *
 * @param list the answer's field; empty: no pages
 * @param after the query's parameter that takes the {@code next} of the page before
 * @param size the limit of each page while all are fetched
 * @param whole whether all pages are fetched when no limit is given; else one page, as long as the server likes
 */
record Paging(String list, String after, int size, boolean whole) {
    static final Paging NONE = new Paging("", "", 0, false);

    static Paging whole(String list, int size) {
        return new Paging(list, "after", size, true);
    }

    static Paging page(String list, String after) {
        return new Paging(list, after, 0, false);
    }

    boolean isThere() {
        return !list.isEmpty();
    }
}
