package io.skyferry.sandbox.webodm.api;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entities that are at all likely in a file name. The old ones count without a semicolon too. */
final class HtmlEntities {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("sect", "§"),
            Map.entry("para", "¶"),
            Map.entry("deg", "°"),
            Map.entry("times", "×"),
            Map.entry("micro", "µ"),
            Map.entry("nbsp", " "));
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(?<dec>\\d{1,7});?|#[xX](?<hex>[0-9a-fA-F]{1,6});?|(?<apos>apos;)|(?<name>"
                    + String.join("|", NAMED.keySet()) + ");?)");

    private HtmlEntities() {}

    static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(resolve(match)));
    }

    private static String resolve(MatchResult match) {
        if (match.group(1) != null) {
            return character(Integer.parseInt(match.group(1)), match);
        } else if (match.group(2) != null) {
            return character(Integer.parseInt(match.group(2), 16), match);
        }
        return match.group(3) != null ? "'" : NAMED.get(match.group(4));
    }

    private static String character(int codePoint, MatchResult match) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : match.group();
    }
}
