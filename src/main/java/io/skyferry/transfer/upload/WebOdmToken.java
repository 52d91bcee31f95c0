package io.skyferry.transfer.upload;

/**
 * The WebODM token of the person on whose behalf images are uploaded. Tokens live minutes, so one may expire between
 * two images. Implementations are thread-safe.
 */
public interface WebOdmToken {
    /** A token that should still be valid. */
    String current();

    /**
     * Another token than the rejected one.
     *
     * @throws io.skyferry.platform.failure.Failure WEBODM_SIGN_IN when there is none
     */
    String replacing(String rejected);
}
