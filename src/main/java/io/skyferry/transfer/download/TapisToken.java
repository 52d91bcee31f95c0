package io.skyferry.transfer.download;

/**
 * The Tapis access token of the person on whose behalf images are fetched. Implementations are thread-safe and renew
 * one token at a time.
 */
public interface TapisToken {
    /** A token that should still be valid. */
    String current();

    /**
     * Another token than the rejected one: a renewed one, or what somebody else renewed in the meantime.
     *
     * @throws io.skyferry.platform.failure.Failure TOKEN_EXPIRED or NO_TAPIS_TOKEN when there is none
     */
    String replacing(String rejected);
}
