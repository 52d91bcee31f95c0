package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.body;

import io.skyferry.cli.call.Parameter.Kind;
import java.util.List;

/** Who one is, the stored tokens and the preferences. */
final class AccountCalls {
    private static final String PREFERENCES = "/api/tapis-preferences/";
    private static final Parameter CLIENT =
            Parameter.word("client_id", "CLIENT", "The OAuth2 client, see 'skyferry status'.");
    private static final View SHOWN = View.details(
            "",
            Cell.yes("Discovery after a sign-in and by schedule", "auto_discover_on_login"),
            Cell.text("Most projects of one discovery", "max_projects_per_discovery"),
            Cell.text("Hours between discoveries", "discovery_cooldown_hours"),
            Cell.yes("Tell me when one is complete", "notify_on_discovery_complete"),
            Cell.yes("Tell me of errors", "notify_on_discovery_errors"),
            Cell.texts("Only on these systems", "preferred_systems"),
            Cell.time("Last one", "last_auto_discovery"),
            Cell.yes("A sign-in now would start one", "can_run_discovery"));

    private AccountCalls() {}

    static List<Call> list() {
        return List.of(me(), refresh(), revoke(), preferences(), changePreferences());
    }

    private static Call me() {
        return Call.get("me", "/api/skyferry/me", "Show as whom the server knows you and which roles you have.")
                .shows(View.details("", Cell.text("User", "user"), Cell.texts("Roles", "roles")))
                .example("me");
    }

    private static Call refresh() {
        return Call.post(
                        "refresh",
                        "/api/oauth2/tapis/refresh/{client_id}/",
                        "Renew a Tapis token that the server keeps.")
                .with(CLIENT)
                .shows(View.details("", Cell.text("User", "user"), Cell.time("Valid until", "expires_at")))
                .example("refresh skyferry-portals");
    }

    private static Call revoke() {
        return Call.post(
                        "revoke",
                        "/api/oauth2/tapis/revoke/{client_id}/",
                        "Have the server forget a Tapis token, and Tapis revoke it. A sync that runs ends.")
                .with(CLIENT)
                .example("revoke skyferry-portals");
    }

    private static Call preferences() {
        return Call.get("preferences", PREFERENCES, "Show your preferences for discoveries that start by themselves.")
                .shows(SHOWN)
                .example("preferences", "preferences change --cooldown-hours 48");
    }

    private static Call changePreferences() {
        return Call.post("preferences change", PREFERENCES, "Change your preferences: those that are named.")
                .with(
                        body("auto_discover_on_login", "--auto-discover", "true|false", "Whether discoveries start.")
                                .as(Kind.BOOLEAN),
                        body("max_projects_per_discovery", "--max-projects", "N", "Most projects of one discovery.")
                                .as(Kind.NUMBER),
                        body("discovery_cooldown_hours", "--cooldown-hours", "N", "Hours between discoveries.")
                                .as(Kind.NUMBER),
                        body(
                                        "notify_on_discovery_complete",
                                        "--tell-complete",
                                        "true|false",
                                        "Tell me when one is complete.")
                                .as(Kind.BOOLEAN),
                        body("notify_on_discovery_errors", "--tell-errors", "true|false", "Tell me of errors.")
                                .as(Kind.BOOLEAN),
                        body("preferred_systems", "--systems", "ID", "Only these systems; '' for all.")
                                .as(Kind.LIST))
                .shows(SHOWN)
                .example("preferences change --max-projects 10 --systems ptdatax.project.PTDATAX-284");
    }
}
