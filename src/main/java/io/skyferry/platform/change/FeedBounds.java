package io.skyferry.platform.change;

/**
 * What of the feed there is.
 *
 * @param forgottenTo the highest id that was purged; 0 = none
 * @param lastId the newest id; 0 = none
 */
public record FeedBounds(long forgottenTo, long lastId) {

    /** Whether everything after this id can still be told. An id from beyond the end is another database's. */
    public boolean covers(long id) {
        return id >= forgottenTo && id <= lastId;
    }
}
