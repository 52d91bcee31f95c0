package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.body;
import static io.skyferry.cli.call.Parameter.query;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import java.util.List;

/** For operators and administrators. */
final class OperatorCalls {
    private static final String HOSTS = "/api/skyferry/hosts";
    private static final View BANDWIDTH = View.details(
            "bandwidth",
            budget("Total", "total"),
            budget("Download", "download"),
            budget("Upload", "upload"),
            Cell.text("Set by", "source"),
            Cell.text("Changed by", "changed_by"),
            Cell.time("Changed", "changed_at"));

    private OperatorCalls() {}

    static List<Call> list() {
        return List.of(
                hosts(),
                Call.get("bandwidth", HOSTS, "Show the bandwidth budget of all servers (operators).")
                        .shows(BANDWIDTH)
                        .example("bandwidth", "bandwidth set --total '08:00,512K 19:00,10M 23:00,off'"),
                setBandwidth(),
                audit());
    }

    private static Call hosts() {
        return Call.get("hosts", HOSTS, "Show how hard the server works Tapis and WebODM (operators).")
                .shows(View.line(Cell.text("Server: ", "node"))
                        .then(View.table(
                                "hosts",
                                "No host was asked yet.",
                                Cell.text("KIND", "kind"),
                                Cell.text("HOST", "host"),
                                Cell.text("STATE", "state"),
                                Cell.right("OPEN", host -> host.text("open") + "/" + host.text("allowed")),
                                Cell.number("MOST", "maximum"),
                                Cell.number("WAITING", "waiting"),
                                Cell.number("REQUESTS", "requests"),
                                Cell.number("FAILURES", "failures"),
                                Cell.right("RATE", host -> Amounts.rate(host.number("bytes_per_second"))),
                                Cell.number("MS", "answer_millis"),
                                Cell.text("LAST ERROR", "last_error.code")))
                        .then(BANDWIDTH))
                .example("hosts");
    }

    private static Cell budget(String title, String field) {
        return Cell.of(title, bandwidth -> bandwidth.text(field) + now(bandwidth, field + "_now"));
    }

    private static String now(Fields bandwidth, String field) {
        return bandwidth.has(field) ? " (now " + Amounts.rate(bandwidth.number(field)) + ")" : " (now unlimited)";
    }

    private static Call setBandwidth() {
        return Call.put("bandwidth set", HOSTS, "Set the bandwidth budget of all servers: what is named (operators).")
                .with(
                        table("total", "Both ways together, like 10M, off, or '08:00,512K 19:00,off'."),
                        table("download", "From Tapis."),
                        table("upload", "To WebODM."),
                        Parameter.flag("bandwidth.reset", "--reset", "Have SKYFERRY_BANDWIDTH hold again."))
                .shows(BANDWIDTH)
                .example("bandwidth set --total '08:00,512K 19:00,off'", "bandwidth set --reset");
    }

    private static Parameter table(String which, String description) {
        return body("bandwidth." + which, "--" + which, "TIMETABLE", description);
    }

    private static Call audit() {
        return Call.get("audit", "/api/skyferry/audit", "Show who changed what, and from where (administrators).")
                .with(
                        query("who", "--who", "NAME@TENANT", "Only what this user did."),
                        query("what", "--what", "WORD", "Only events whose name begins so."),
                        query("order", "--order", "ORDER", "id: the oldest first; -id, as --order=-id: the newest.")
                                .among("id", "-id"))
                .in(Paging.page("events", "after"))
                .shows(View.table(
                        "events",
                        "No events.",
                        Cell.number("ID", "id"),
                        Cell.time("AT", "at"),
                        Cell.text("WHO", "who"),
                        Cell.text("WHAT", "what"),
                        Cell.text("SUBJECT", "subject"),
                        Cell.text("FROM", "address"),
                        Cell.text("OUTCOME", "outcome")))
                .example("audit --who ada@portals --order=-id --limit 20");
    }
}
