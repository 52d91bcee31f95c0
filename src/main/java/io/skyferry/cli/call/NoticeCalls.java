package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.body;
import static io.skyferry.cli.call.Parameter.query;

import io.skyferry.cli.call.Parameter.Kind;
import java.util.List;

/** Of what one is told, and where. */
final class NoticeCalls {
    private static final String NOTICES = "/api/skyferry/notices";
    private static final String WEBHOOK = NOTICES + "/webhook";
    private static final String[] OCCASIONS = {
        "discovery_complete",
        "discovery_errors",
        "needs_attention",
        "processing_failed",
        "processing_finished",
        "sign_in_needed",
        "sync_finished",
        "task_lost"
    };
    private static final View SHOWN = View.details(
            "",
            Cell.of("Mail", answer -> answer.object("mail").flag("available") ? "" : "not sent by this installation"),
            Cell.text("Address", "mail.address"),
            Cell.yes("Confirmed", "mail.confirmed"),
            Cell.yes("Mail is on", "mail.on"),
            Cell.text("Minutes between mails", "mail.digest_minutes"),
            Cell.texts("Occasions", "mail.occasions"),
            Cell.text("Web hook", "webhook.url"));

    private NoticeCalls() {}

    static List<Call> list() {
        return List.of(
                Call.get("notices", NOTICES, "Show of what you are told, by mail and web hook.")
                        .shows(SHOWN)
                        .example("notices", "notices change --occasions needs_attention sign_in_needed"),
                change(),
                Call.post(
                                "notices confirm",
                                NOTICES + "/confirmation",
                                "Mail the link that confirms your address again.")
                        .shows(SHOWN)
                        .example("notices confirm"),
                deliveries("notices deliveries", "/deliveries", "List your mails and posts, newest first."),
                deliveries(
                        "notices installation",
                        "/deliveries/installation",
                        "List the posts to the installation's web hook, newest first (operators)."),
                Call.get("webhook", NOTICES, "Show where your notices are posted.")
                        .shows(View.details(
                                "",
                                Cell.of("Web hook", answer -> {
                                    String url = answer.object("webhook").text("url");
                                    return url.isEmpty() ? "none" : url;
                                }),
                                Cell.time("Since", "webhook.created_at")))
                        .example("webhook"),
                setWebhook(),
                Call.post("webhook test", WEBHOOK + "/test", "Post a test notice; 'notices deliveries' shows the end.")
                        .example("webhook test"),
                Call.delete("webhook remove", WEBHOOK, "End posting; what still waits is dropped.")
                        .example("webhook remove"));
    }

    private static Call change() {
        return Call.post("notices change", NOTICES, "Change of what you are told: what is named.")
                .with(
                        body(
                                "address",
                                "--address",
                                "MAIL",
                                "Where to; it has to be confirmed. '' forgets the address."),
                        body("mail_on", "--mail", "true|false", "Whether mails are sent.")
                                .as(Kind.BOOLEAN),
                        body("occasions", "--occasions", "WORD", "Only of these: ${COMPLETION-CANDIDATES}.")
                                .as(Kind.LIST)
                                .among(OCCASIONS),
                        body(
                                        "digest_minutes",
                                        "--digest-minutes",
                                        "N",
                                        "Minutes to gather news for one mail, 0 to 1440.")
                                .as(Kind.NUMBER))
                .shows(SHOWN)
                .example("notices change --address ada@example.org --digest-minutes 60");
    }

    private static Call deliveries(String name, String path, String description) {
        return Call.get(name, NOTICES + path, description)
                .with(query("before", "--before", "NEXT", "Go on where a page ended: its 'next'."))
                .with(query("limit", "--limit", "N", "At most so many (100).").as(Kind.NUMBER))
                .shows(View.table(
                                "deliveries",
                                "Nothing was sent.",
                                Cell.number("ID", "id"),
                                Cell.text("BY", "channel"),
                                Cell.text("OCCASION", "occasion"),
                                Cell.text("FLIGHT", "flight_name"),
                                Cell.time("HAPPENED", "happened_at"),
                                Cell.text("STATE", "state"),
                                Cell.number("TRIES", "attempts"),
                                Cell.text("LAST ERROR", "last_error"))
                        .then(View.line(Cell.text("More: --before ", "next"))))
                .example(name + " --limit 20");
    }

    private static Call setWebhook() {
        return Call.put("webhook set", WEBHOOK, "Have your notices posted to an https address. Shows the secret, once.")
                .with(body("url", "", "URL", "Where to."))
                .shows(View.details(
                        "", Cell.text("Web hook", "webhook.url"), Cell.text("Secret, not shown again", "secret")))
                .example("webhook set https://example.org/hook");
    }
}
