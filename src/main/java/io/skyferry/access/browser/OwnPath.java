package io.skyferry.access.browser;

import java.util.regex.Pattern;

/** Where people go after a sign-in: a path of this server, never another site. */
final class OwnPath {
    private static final Pattern ALLOWED =
            Pattern.compile("/([A-Za-z0-9._~!$&'()*+,;=:@?%#-][A-Za-z0-9._~!$&'()*+,;=:@/?%#-]*)?");
    /** Encoded slashes, backslashes and control characters, which something on the way may decode. */
    private static final Pattern HIDDEN =
            Pattern.compile("%(2f|5c|[01][0-9a-f]|7f|(?![0-9a-f]{2}))", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 1000;

    private OwnPath() {}

    /** @return the path itself, or {@code /} for everything that could lead elsewhere */
    static String of(String wanted) {
        boolean own = wanted != null
                && wanted.length() <= LONGEST
                && ALLOWED.matcher(wanted).matches()
                && !HIDDEN.matcher(wanted).find();
        return own ? wanted : "/";
    }
}
