package io.skyferry.transfer.delivery;

/**
 * An image that WebODM confirmed.
 *
 * @param sha256 of the bytes as received and sent, 64 lower-case hex digits
 */
public record DeliveredImage(
        long bytes, String sha256, int width, int height, int downloadAttempts, int uploadAttempts) {}
