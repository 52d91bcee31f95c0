package io.skyferry.platform.failure;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A remote's error text as one short line that is safe to log and to show: markup and control characters gone, anything
 * that looks like a token or a key replaced.
 */
public final class Excerpt {
    private static final int LONGEST = 200;
    private static final Pattern INVISIBLE_ELEMENTS = Pattern.compile("(?is)<(script|style|head)\\b.*?(</\\1>|$)");
    private static final Pattern TAGS = Pattern.compile("(?s)<[^>]*>?");
    private static final Pattern BLANKS = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
    private static final Pattern JSON_MESSAGE =
            Pattern.compile("\"(?:message|detail|error)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,1000})\"");
    private static final Pattern SECRETS = Pattern.compile(
            "eyJ[\\w-]+(\\.[\\w-]*)*|(?=[\\w+=]*\\d)[\\w+=]{32,}|(?i)(bearer|jwt|password|secret|client_key|token)\\s*[=:]\\s*\\S+");

    private Excerpt() {}

    /** The message of a JSON answer, the text of an HTML page, or plain text; empty when there is nothing. */
    public static String of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    /** As {@link #of(byte[])}. */
    public static String of(String body) {
        String text = body;
        var message = JSON_MESSAGE.matcher(text);
        if (text.stripLeading().startsWith("{") && message.find()) {
            text = message.group(1).replace("\\\"", "\"").replace("\\n", " ");
        }
        text = INVISIBLE_ELEMENTS.matcher(text).replaceAll(" ");
        text = BLANKS.matcher(TAGS.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        text = SECRETS.matcher(text).replaceAll("[...]");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
