package io.skyferry.transfer.integrity;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which names images have at the source, and under which names they are delivered.
 *
 * <p>A delivered name is unique in its task ignoring case and Unicode form (by {@link #comparisonKey}), has at most 255
 * bytes of UTF-8, and survives what WebODM does to the file name of an upload: HTML entities unescaped, folders
 * stripped, cut to 255 characters; newer Django versions also drop unprintable characters. Characters that would not
 * survive become {@code _}.
 *
 * <p>A good name stays as it is, in Unicode form NFC. A name in which characters were replaced or cut gets a short hash
 * of the exact source name before its extension, always, so that it depends on nothing else. A name that differs from
 * an earlier one only in case or Unicode form gets the same suffix, and only the newcomer does: a name given once is
 * never changed by a name that appears later.
 *
 * <p>Names are used as the listing's JSON gave them; an escape like {@code %2f} in one is three
 * ordinary characters. Stateless.
 */
public final class ImageNames {
    /** The longest file name on the file systems on both sides. */
    public static final int MAX_BYTES = 255;

    private ImageNames() {}

    /**
     * Returns the source name when it can be used as a file name at all.
     *
     * @throws Failure UNUSABLE_NAME for an empty name, {@code .}, {@code ..}, a separator of either kind, NUL, text that
     *     is not Unicode, or more than 255 bytes
     */
    public static String checked(String source) {
        if (source.isEmpty() || source.equals(".") || source.equals("..")) {
            throw new Failure(ErrorCode.UNUSABLE_NAME, "'" + source + "' is not the name of a file");
        }
        if (source.indexOf('/') >= 0 || source.indexOf('\\') >= 0 || source.indexOf('\0') >= 0) {
            throw new Failure(ErrorCode.UNUSABLE_NAME, shown(source) + " contains a separator or NUL");
        }
        int bytes = utf8Length(source);
        if (bytes > MAX_BYTES) {
            throw new Failure(ErrorCode.UNUSABLE_NAME, shown(source) + " has " + bytes + " bytes, more than 255");
        }
        return source;
    }

    /**
     * The delivered name of a source name.
     *
     * @param isTakenByAnother whether a {@link #comparisonKey} belongs to the delivered name of another source name
     * @throws Failure UNUSABLE_NAME as {@link #checked} does
     */
    public static String deliveredName(String source, Predicate<String> isTakenByAnother) {
        String composed = Normalizer.normalize(checked(source), Normalizer.Form.NFC);
        String clean = cleaned(composed);
        boolean unchanged = clean.equals(composed) && utf8Length(clean) <= MAX_BYTES;
        if (unchanged && !isTakenByAnother.test(comparisonKey(clean))) {
            return clean;
        }
        String hash = sha256(source);
        for (int digits = 8; digits < hash.length(); digits *= 2) {
            String suffixed = suffixed(clean, hash.substring(0, digits));
            if (!isTakenByAnother.test(comparisonKey(suffixed))) {
                return suffixed;
            }
        }
        return suffixed(clean, hash);
    }

    /**
     * Delivered names for newly listed source names, whatever the order in which they were listed.
     *
     * @param given source name to delivered name of all images that already have one
     * @return the new names only; unusable ones are left out, see {@link #checked}
     */
    public static Map<String, String> assign(Collection<String> listed, Map<String, String> given) {
        Map<String, String> ownerByKey = new HashMap<>();
        given.forEach((source, delivered) -> ownerByKey.put(comparisonKey(delivered), source));
        Map<String, String> assigned = new TreeMap<>();
        for (String source : new TreeSet<>(listed)) {
            if (!given.containsKey(source) && isUsable(source)) {
                String delivered = deliveredName(source, ownerByKey::containsKey);
                ownerByKey.put(comparisonKey(delivered), source);
                assigned.put(source, delivered);
            }
        }
        return assigned;
    }

    /** What two names have in common when they differ only in case or Unicode form. May be longer than the name. */
    public static String comparisonKey(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        String folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isUsable(String source) {
        try {
            checked(source);
            return true;
        } catch (Failure unusable) {
            return false;
        }
    }

    private static String cleaned(String name) {
        StringBuilder clean = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            int character = name.codePointAt(at);
            boolean kept = isPrintable(character) && character != '"' && !startsEntity(name, at);
            clean.appendCodePoint(kept ? character : '_');
        }
        return clean.toString();
    }

    /** HTML also knows entities without a semicolon, so every letter after an ampersand can begin one. */
    private static boolean startsEntity(String name, int at) {
        if (name.charAt(at) != '&' || at + 1 == name.length()) {
            return false;
        }
        char next = name.charAt(at + 1);
        return next == '#' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    }

    /** Python's {@code str.isprintable}, by which newer Django versions drop characters. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    private static String suffixed(String name, String hash) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        if (utf8Length(extension) > MAX_BYTES / 2) {
            stem = name;
            extension = "";
        }
        String tail = "-" + hash + extension;
        return cut(stem, MAX_BYTES - utf8Length(tail)) + tail;
    }

    private static String cut(String text, int bytes) {
        String rest = text;
        while (utf8Length(rest) > bytes) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest;
    }

    private static int utf8Length(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(text))
                    .remaining();
        } catch (CharacterCodingException notUnicode) {
            throw new Failure(ErrorCode.UNUSABLE_NAME, shown(text) + " is not Unicode", notUnicode);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** One harmless line for a detail. */
    private static String shown(String name) {
        return "'" + cut(cleaned(name), 80) + "'";
    }
}
