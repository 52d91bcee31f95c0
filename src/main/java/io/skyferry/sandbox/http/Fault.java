package io.skyferry.sandbox.http;

import java.util.regex.Pattern;

/**
 * Breaks requests of a method (null = any) whose raw path and query contain the pattern: the first {@code after}
 * matches pass, the next {@code times} are broken.
 */
public record Fault(String method, Pattern target, int after, int times, FaultEffect effect) {
    public static final int FOREVER = Integer.MAX_VALUE;

    /** @param target regular expression, searched in {@code /raw/path?query} */
    public static Fault on(String method, String target, FaultEffect effect) {
        return new Fault(method, Pattern.compile(target), 0, FOREVER, effect);
    }

    public Fault times(int count) {
        return new Fault(method, target, after, count, effect);
    }

    public Fault after(int count) {
        return new Fault(method, target, count, times, effect);
    }

    boolean fits(String requestMethod, String requestTarget) {
        return (method == null || method.equals(requestMethod))
                && target.matcher(requestTarget).find();
    }
}
