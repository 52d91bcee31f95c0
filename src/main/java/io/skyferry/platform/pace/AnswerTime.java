package io.skyferry.platform.pace;

import java.time.Duration;

/**
 * Whether a host answers more slowly than it usually does, which it shows before it fails. Compares a quick average with
 * the best that was usual. Not thread-safe.
 */
final class AnswerTime {
    /** Below this much more than usual, slowness is not worth a reaction. */
    private static final double NOISE_MILLIS = 200;

    private static final double QUICK = 0.3;
    /** How fast the usual time follows upwards: what lasts becomes usual. */
    private static final double FORGETTING = 0.01;

    private double recent = -1;
    private double usual = -1;

    void took(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        recent = recent < 0 ? millis : recent + QUICK * (millis - recent);
        usual = usual < 0 || recent < usual ? recent : usual + FORGETTING * (recent - usual);
    }

    boolean isRising() {
        return recent > 2 * usual + NOISE_MILLIS;
    }

    /** Milliseconds, or -1 before the first answer. */
    long recentMillis() {
        return Math.round(recent);
    }
}
