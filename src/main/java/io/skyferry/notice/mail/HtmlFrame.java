package io.skyferry.notice.mail;

/** The HTML around what a mail says: no script, no image, nothing from elsewhere. */
final class HtmlFrame {
    private HtmlFrame() {}

    /**
     * @param title plain text
     * @param body HTML
     * @param footer HTML
     */
    static String of(String title, String body, String footer) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + OneLine.html(title)
                + "</title></head>\n<body style=\"font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:1em\">\n"
                + "<h1 style=\"font-size:1.2em\">" + OneLine.html(title) + "</h1>\n" + body
                + "<p style=\"color:#555;font-size:.9em\">" + footer + "</p>\n</body></html>\n";
    }
}
