package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.body;

import io.skyferry.cli.call.Parameter.Kind;
import java.util.List;

/** The OAuth2 clients, for administrators. */
final class ClientCalls {
    private static final String CLIENTS = "/api/skyferry/oauth-clients";
    private static final String ONE = CLIENTS + "/{client_id}";
    private static final Parameter CLIENT =
            Parameter.word("client_id", "CLIENT", "The client's id, see 'skyferry clients'.");
    private static final View SHOWN = View.details(
            "client",
            Cell.text("Client", "client_id"),
            Cell.text("Name", "name"),
            Cell.text("Description", "description"),
            Cell.text("Tenant", "tenant_id"),
            Cell.text("Base", "base_url"),
            Cell.text("Authorization", "authorization_url"),
            Cell.text("Tokens", "token_url"),
            Cell.text("Callback", "callback_url"),
            Cell.yes("Active", "is_active"),
            Cell.text("Kept in", "source"));
    private static final Parameter[] OPTIONS = {
        body("name", "--name", "TEXT", "What people call it."),
        body("description", "--description", "TEXT", "What it is for."),
        body("base_url", "--base-url", "URL", "The tenant's address."),
        body(
                "authorization_url",
                "--authorization-url",
                "URL",
                "Otherwise derived from the base; '' derives it again."),
        body("token_url", "--token-url", "URL", "Otherwise derived from the base; '' derives it again."),
        body("callback_url", "--callback-url", "URL", "Otherwise the server's own."),
        body("is_active", "--active", "true|false", "Whether people can sign in with it.")
                .as(Kind.BOOLEAN)
    };

    private ClientCalls() {}

    static List<Call> list() {
        return List.of(
                clients(),
                Call.get("clients show", ONE, "Show one client, without its key (administrators).")
                        .with(CLIENT)
                        .shows(SHOWN)
                        .example("clients show skyferry-portals"),
                Call.post("clients add", CLIENTS, "Add a client that was registered at its tenant (administrators).")
                        .with(
                                body("client_id", "", "CLIENT", "The client's id at its tenant."),
                                body("tenant_id", "--tenant", "ID", "The tenant's id.")
                                        .mustBeGiven(),
                                key("The client's key").mustBeGiven())
                        .with(OPTIONS)
                        .shows(SHOWN)
                        .example(
                                "clients add skyferry-portals --tenant portals --base-url https://portals.tapis.io --key"),
                Call.put("clients change", ONE, "Change what is named of a client (administrators).")
                        .with(CLIENT, body("tenant_id", "--tenant", "ID", "The tenant's id."), key("A new key"))
                        .with(OPTIONS)
                        .shows(SHOWN)
                        .example("clients change skyferry-portals --name Portals --active true"),
                Call.delete("clients deactivate", ONE, "Make a client inactive (administrators).")
                        .with(CLIENT)
                        .shows(SHOWN)
                        .example("clients deactivate skyferry-portals"),
                register());
    }

    private static Parameter key(String what) {
        return Parameter.secret(
                "client_key", "--key", what + ": asked for, or the first line of standard input without a terminal.");
    }

    private static Call clients() {
        return Call.get("clients", CLIENTS, "List the OAuth2 clients, the preferred one first (administrators).")
                .shows(View.table(
                        "clients",
                        "No clients.",
                        Cell.text("CLIENT", "client_id"),
                        Cell.text("NAME", "name"),
                        Cell.text("TENANT", "tenant_id"),
                        Cell.text("BASE", "base_url"),
                        Cell.yes("ACTIVE", "is_active"),
                        Cell.text("KEPT IN", "source")))
                .example("clients");
    }

    private static Call register() {
        return Call.post(
                        "clients register",
                        CLIENTS + "/register",
                        "Register a client at your own tenant, with your token, and add it (administrators).")
                .with(
                        body("name", "", "NAME", "What people call it."),
                        body("client_id", "--client-id", "ID", "Otherwise the tenant makes one."),
                        body("description", "--description", "TEXT", "What it is for."))
                .shows(SHOWN)
                .example("clients register 'Skyferry of the lab'");
    }
}
