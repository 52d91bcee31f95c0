package io.skyferry.notice.mail;

import io.skyferry.notice.news.News;
import io.skyferry.platform.failure.ErrorCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * One piece of news in words.
 *
 * @param path of our own page that tells more
 */
record Item(String title, String text, String path) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DETAIL = 200;

    static Item of(News news) {
        String flight = name(news, "flight_name", "A flight");
        return switch (news.occasion()) {
            case DISCOVERY_COMPLETE -> discovery(news);
            case DISCOVERY_ERRORS ->
                new Item(
                        "A discovery could not look at everything",
                        count(news, "errors", "system or flight", "systems or flights") + " could not be read.",
                        "/flights");
            case SYNC_FINISHED ->
                project(news, flight + ": all images are in WebODM", "WebODM was told to process them.");
            case NEEDS_ATTENTION -> attention(news, flight);
            case SIGN_IN_NEEDED ->
                new Item("Sign in with Tapis again", "Until then nothing can be brought from Tapis for you.", "/");
            case PROCESSING_FINISHED -> project(news, flight + " is processed", "The result is in WebODM.");
            case PROCESSING_FAILED -> processing(news, flight);
            case TASK_LOST ->
                project(
                        news,
                        flight + " is not in WebODM any more",
                        "Sync it again: project and task are made anew and filled.");
            case TEST -> new Item("This is a test", "You asked for it.", "/preferences");
        };
    }

    private static Item discovery(News news) {
        long made = news.number("projects_created");
        return new Item(
                made == 1 ? "A new project was made" : made + " new projects were made",
                count(news, "systems_scanned", "system was", "systems were") + " looked at; "
                        + count(news, "flights_discovered", "flight was", "flights were") + " found.",
                "/flights");
    }

    private static Item attention(News news, String flight) {
        Optional<ErrorCode> code = news.findText("error_code").flatMap(Item::code);
        String detail = news.findText("error_detail")
                .map(text -> OneLine.of(text, LONGEST_DETAIL) + " ")
                .orElse("");
        return project(
                news,
                flight + " needs you" + code.map(known -> ": " + known.title()).orElse(""),
                detail + code.map(ErrorCode::hint).orElse(""));
    }

    private static Item processing(News news, String flight) {
        boolean cancelled = news.findText("state").equals(Optional.of("CANCELED"));
        String detail = news.findText("error_detail")
                .map(text -> "WebODM says: " + OneLine.of(text, LONGEST_DETAIL))
                .orElse("WebODM's task output says more.");
        return project(
                news,
                flight + (cancelled ? ": processing was cancelled" : ": processing failed"),
                cancelled ? "Restart it in WebODM." : detail);
    }

    private static Item project(News news, String title, String text) {
        return new Item(
                title,
                text + " System " + name(news, "system_id", "unknown") + ".",
                news.projectId().map(id -> "/projects/" + id).orElse("/flights"));
    }

    private static String name(News news, String fact, String otherwise) {
        return news.findText(fact)
                .map(text -> OneLine.of(text, LONGEST_NAME))
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    private static String count(News news, String fact, String one, String many) {
        long number = news.number(fact);
        return number + " " + (number == 1 ? one : many);
    }

    private static Optional<ErrorCode> code(String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }
}
