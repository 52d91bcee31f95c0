package io.skyferry.sandbox.webodm.api;

import java.util.Optional;

/**
 * What Django 2.2 makes of a file name in a form: HTML entities are unescaped, directories of either kind are cut off,
 * and more than 255 characters are shortened before the extension. Unprintable characters stay.
 */
final class UploadName {
    private static final int LONGEST = 255;

    private UploadName() {}

    /** Empty when the part is not taken for a file. */
    static Optional<String> of(String sent) {
        String name = HtmlEntities.unescape(sent);
        name = name.substring(name.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('\\') + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.empty();
        }
        return Optional.of(shorten(name));
    }

    private static String shorten(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = cut(dot > 0 ? name.substring(dot) : "", LONGEST);
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return cut(stem, LONGEST - extension.codePointCount(0, extension.length())) + extension;
    }

    private static String cut(String text, int characters) {
        int count = Math.min(characters, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, count));
    }
}
