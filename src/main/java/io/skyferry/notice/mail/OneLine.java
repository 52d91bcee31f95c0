package io.skyferry.notice.mail;

/** Foreign text, fit to be shown among ours. */
final class OneLine {
    private OneLine() {}

    /** Nothing invisible, nothing that turns the direction of writing or begins a line, and no longer than that. */
    static String of(String foreign, int longest) {
        String line = foreign.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
