package io.skyferry.notice.mail;

import io.skyferry.notice.news.News;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Many notices in one mail: what asks for action first; of the same thing about the same project only the last. */
final class Digest {
    private static final int MOST_ITEMS = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final List<News> news;
    private final String publicUrl;
    private final String off;

    /** @param off address of the page that turns mail off */
    Digest(List<News> told, String publicUrl, String off) {
        this.news = distinct(told);
        this.publicUrl = publicUrl;
        this.off = off;
    }

    private static List<News> distinct(List<News> told) {
        Map<String, News> last = new LinkedHashMap<>();
        for (News each : told) {
            String about = each.occasion() + "\u0000" + each.facts().get("project_id") + "\u0000"
                    + each.findText("flight_name").orElse("") + "\u0000"
                    + each.findText("system_id").orElse("");
            last.remove(about);
            last.put(about, each);
        }
        List<News> sorted = new ArrayList<>(last.values());
        sorted.sort((one, other) ->
                Boolean.compare(other.occasion().asksForAction(), one.occasion().asksForAction()));
        return sorted;
    }

    MailText text() {
        return new MailText(subject(), plain(), html());
    }

    private String subject() {
        if (news.size() == 1) {
            return "Skyferry: " + Item.of(news.get(0)).title();
        }
        long asking =
                news.stream().filter(each -> each.occasion().asksForAction()).count();
        return asking == 0
                ? "Skyferry: " + news.size() + " notices"
                : "Skyferry: " + asking + " of " + news.size() + " notices need you";
    }

    private List<News> shown() {
        return news.subList(0, Math.min(news.size(), MOST_ITEMS));
    }

    private String more() {
        return "And " + (news.size() - MOST_ITEMS) + " more.";
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        for (News each : shown()) {
            Item item = Item.of(each);
            text.append(item.title()).append('\n');
            text.append("  ").append(item.text()).append('\n');
            text.append("  ").append(TIME.format(each.at())).append("  ");
            text.append(publicUrl).append(item.path()).append("\n\n");
        }
        if (news.size() > MOST_ITEMS) {
            text.append(more()).append("\n\n");
        }
        return text.append("-- \nSkyferry at ")
                .append(publicUrl)
                .append("\nWhich mails you get: ")
                .append(publicUrl)
                .append("/preferences\nNo mail any more: ")
                .append(off)
                .append('\n')
                .toString();
    }

    private String html() {
        StringBuilder items = new StringBuilder();
        for (News each : shown()) {
            Item item = Item.of(each);
            items.append("<li style=\"margin:0 0 1em\"><a href=\"")
                    .append(OneLine.html(publicUrl + item.path()))
                    .append("\"><b>")
                    .append(OneLine.html(item.title()))
                    .append("</b></a><br>")
                    .append(OneLine.html(item.text()))
                    .append("<br><small>")
                    .append(TIME.format(each.at()))
                    .append("</small></li>\n");
        }
        String more = news.size() > MOST_ITEMS ? "<p>" + more() + "</p>\n" : "";
        return HtmlFrame.of(
                subject(),
                "<ul style=\"padding-left:1.2em\">\n" + items + "</ul>\n" + more,
                "<a href=\"" + OneLine.html(publicUrl + "/preferences")
                        + "\">Which mails you get</a> &middot; <a href=\"" + OneLine.html(off)
                        + "\">No mail any more</a>");
    }
}
