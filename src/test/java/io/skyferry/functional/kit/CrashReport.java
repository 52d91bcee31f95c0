package io.skyferry.functional.kit;

import java.util.Locale;

/** Says what a crash test did: where it killed, what it compared, and how much was moved again because of the kills. */
public final class CrashReport {
    private final int planned;
    private int rounds;
    private int kills;
    private int images;
    private int fetchedAgain;
    private int mostFetchedAgain;
    private int sentAgain;
    private int mostSentAgain;

    public CrashReport(int planned) {
        this.planned = planned;
    }

    public boolean isUnfinished() {
        return killsLeft() > 0;
    }

    public int killsLeft() {
        return planned - kills;
    }

    /** @param uploads requests to WebODM by then, since the sync was started */
    public void killed(int round, int moment, int requests, int uploads) {
        kills++;
        System.out.println("Kill " + kills + " of " + planned + ", in flight " + round + ": at request " + moment
                + " of " + requests + ", after " + uploads + " uploads");
    }

    /** A whole flight was found whole. The counts are what was moved beyond once for each image. */
    public void compared(int count, int killsOfIt, int fetched, int sent) {
        rounds++;
        images += count;
        fetchedAgain += fetched;
        sentAgain += sent;
        mostFetchedAgain = Math.max(mostFetchedAgain, roundedUp(fetched, killsOfIt));
        mostSentAgain = Math.max(mostSentAgain, roundedUp(sent, killsOfIt));
        System.out.println("Flight " + rounds + ": " + count + " images compared byte by byte and with the ledger, "
                + killsOfIt + " kills, fetched again " + fetched + ", sent again " + sent);
    }

    private static int roundedUp(int count, int parts) {
        return (count + parts - 1) / parts;
    }

    public void print() {
        System.out.printf(
                Locale.ROOT,
                "Crash test passed: %d kills in %d flights, %d images compared: none lost, none twice, none wrong, one"
                        + " commit for each flight, no stray file in the spool.%n"
                        + "Moved again for each kill: fetched %.1f on average and %d at most, sent %.1f and %d.%n",
                kills,
                rounds,
                images,
                fetchedAgain / (double) kills,
                mostFetchedAgain,
                sentAgain / (double) kills,
                mostSentAgain);
    }
}
