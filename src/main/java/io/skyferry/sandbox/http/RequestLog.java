package io.skyferry.sandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the server was asked, in order of arrival, and how many requests were open at once. Thread-safe. A
 * demo that runs for weeks keeps only the last 200 000. */
public final class RequestLog {
    private static final int MAX_ENTRIES = 200_000;

    private static final String SECRETS =
            "(?i)(^|&)((?:jwt|[a-z_]*token|code|device_code|user_code|state|[a-z_]*password|[a-z_]*key|[a-z_]*secret)=)[^&]*";

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int open;
    private int maxOpen;

    /** All requests since the start or the last {@link #clear}. */
    public synchronized List<LoggedRequest> list() {
        return entries.stream().map(Entry::seen).toList();
    }

    /** The requests of a method whose path contains the regular expression. */
    public List<LoggedRequest> list(String method, String path) {
        Pattern pattern = Pattern.compile(path);
        return list().stream()
                .filter(r ->
                        r.method().equals(method) && pattern.matcher(r.path()).find())
                .toList();
    }

    /** The highest number of requests that were open at the same moment since the last {@link #clear}. */
    public synchronized int maxOpen() {
        return maxOpen;
    }

    public synchronized void clear() {
        entries.clear();
        maxOpen = open;
    }

    synchronized Entry begin(String method, String path, String query, Set<String> headerNames) {
        String shown = query == null ? "" : query.replaceAll(SECRETS, "$1$2***");
        Entry entry = new Entry(
                new LoggedRequest(method, path, shown, headerNames, 0, 0, 0, Instant.now(), Optional.empty()));
        entries.add(entry);
        if (entries.size() > MAX_ENTRIES) {
            entries.remove();
        }
        maxOpen = Math.max(maxOpen, ++open);
        return entry;
    }

    /** The row of one request while it is being answered. */
    final class Entry {
        private LoggedRequest seen;

        private Entry(LoggedRequest seen) {
            this.seen = seen;
        }

        private LoggedRequest seen() {
            return seen;
        }

        void answering(int status) {
            update(status, 0, 0, Optional.empty());
        }

        void end(long received, long sent) {
            synchronized (RequestLog.this) {
                open--;
                update(seen.status(), received, sent, Optional.of(Instant.now()));
            }
        }

        private void update(int status, long received, long sent, Optional<Instant> ended) {
            synchronized (RequestLog.this) {
                seen = new LoggedRequest(
                        seen.method(),
                        seen.path(),
                        seen.query(),
                        seen.headerNames(),
                        status,
                        received,
                        sent,
                        seen.started(),
                        ended);
            }
        }
    }
}
