package io.skyferry.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.notice.kit.NoticeKit;
import io.skyferry.notice.news.News;
import io.skyferry.notice.news.Occasion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final String URL = "https://ferry.example.org";
    private static final String OFF = URL + "/api/skyferry/notices/off?token=abc";
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    private static News news(Occasion occasion, JsonObject facts) {
        return new News(occasion, AT, facts);
    }

    private static News of(Occasion occasion, String flight) {
        return news(occasion, NoticeKit.project(flight));
    }

    private static MailText text(List<News> news) {
        return new Digest(news, URL, OFF).text();
    }

    @Test
    void saysTheOneThingInTheSubject() {
        JsonObject facts = Json.createObjectBuilder()
                .add("flight_name", "Brighton_Beach")
                .add("system_id", "ptdatax.project.PTDATAX-284")
                .add("project_id", 12)
                .add("error_code", "IMAGES_MISSING")
                .add("error_detail", "1 image failed.")
                .build();

        MailText text = text(List.of(news(Occasion.NEEDS_ATTENTION, facts)));

        assertThat(text.subject()).isEqualTo("Skyferry: Brighton_Beach needs you: Some images are missing");
        assertThat(text.plain()).isEqualTo("""
                        Brighton_Beach needs you: Some images are missing
                          1 image failed. Retry the failed images, or process the project without them. System ptdatax.project.PTDATAX-284.
                          4 Mar, 05:06 UTC  https://ferry.example.org/projects/12

                        --\s
                        Skyferry at https://ferry.example.org
                        Which mails you get: https://ferry.example.org/preferences
                        No mail any more: https://ferry.example.org/api/skyferry/notices/off?token=abc
                        """);
        assertThat(text.html())
                .contains("<a href=\"https://ferry.example.org/projects/12\"><b>Brighton_Beach needs you", OFF);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void hasWordsForEverything(Occasion occasion) {
        MailText known = text(List.of(of(occasion, "Seneca")));
        MailText nothing =
                text(List.of(news(occasion, Json.createObjectBuilder().build())));

        for (MailText text : List.of(known, nothing)) {
            assertThat(text.subject()).startsWith("Skyferry: ").doesNotContain("null", "Optional");
            assertThat(text.plain()).doesNotContain("null", "Optional", "  .");
        }
    }

    @Test
    void putsWhatAsksForActionFirstAndCounts() {
        MailText text = text(List.of(
                of(Occasion.SYNC_FINISHED, "One"),
                of(Occasion.PROCESSING_FINISHED, "Two"),
                of(Occasion.TASK_LOST, "Three")));

        assertThat(text.subject()).isEqualTo("Skyferry: 1 of 3 notices need you");
        assertThat(text.plain()).containsSubsequence("Three is not in WebODM", "One: all images", "Two is processed");
        assertThat(text(List.of(of(Occasion.SYNC_FINISHED, "One"), of(Occasion.SYNC_FINISHED, "Two")))
                        .subject())
                .isEqualTo("Skyferry: 2 notices");
    }

    @Test
    void saysTheSameThingAboutOneProjectOnce() {
        News early = new News(Occasion.TASK_LOST, AT.minusSeconds(600), NoticeKit.project("One"));

        MailText text = text(List.of(early, of(Occasion.TASK_LOST, "One"), of(Occasion.TASK_LOST, "Two")));

        assertThat(text.subject()).isEqualTo("Skyferry: 2 of 2 notices need you");
        assertThat(text.plain()).contains("05:06 UTC").doesNotContain("04:56 UTC");
    }

    @Test
    void doesNotGrowWithoutEnd() {
        List<News> many = new ArrayList<>(IntStream.range(0, 1000)
                .mapToObj(i -> of(Occasion.SYNC_FINISHED, "Flight-" + i))
                .toList());

        MailText text = text(many);

        assertThat(text.plain()).contains("And 900 more.").hasSizeLessThan(30_000);
        assertThat(text.html()).contains("And 900 more.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "a\r\nBcc: everybody@example.org",
                "a\u2028Bcc: x",
                "x\u202Egpj.exe",
                "\u0000\u001b[31mred",
                "</title><base href=//evil>",
                "'&amp;<!--",
                "\u200b\u2066\u2069",
                "   "
            })
    void letsNoNameDoAnything(String name) {
        MailText text = text(List.of(of(Occasion.PROCESSING_FAILED, name), of(Occasion.SYNC_FINISHED, name + "2")));
        MailText alone = text(List.of(of(Occasion.PROCESSING_FAILED, name)));

        assertThat(alone.subject()).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
        assertThat(text.plain())
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\n]]")
                .doesNotContain("\nBcc");
        assertThat(text.html())
                .doesNotContain("<script", "<img", "<base", "<!--")
                .doesNotContainPattern("[\\p{C}&&[^\\n]]");
        assertThat(alone.html().indexOf("</title>")).isEqualTo(alone.html().lastIndexOf("</title>"));
    }

    @Test
    void cutsALongNameBetweenCharacters() {
        String subject = text(List.of(of(Occasion.TASK_LOST, "\uD83D\uDE81".repeat(300))))
                .subject();

        assertThat(subject.codePointCount(0, subject.length())).isLessThan(110);
        assertThat(subject.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isEmpty();
    }
}
