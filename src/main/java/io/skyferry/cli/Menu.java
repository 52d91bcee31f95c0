package io.skyferry.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** In which order the help of {@code skyferry} lists the commands. */
final class Menu {
    static final List<Map.Entry<String, List<String>>> GROUPS = List.of(
            entry("Flights", List.of("systems", "scan", "flights", "flight", "plan", "plan-images", "positions")),
            entry("Projects", List.of("create", "discover", "projects", "project", "images", "duplicates", "verify")),
            entry(
                    "Syncs",
                    List.of(
                            "sync",
                            "sync-all",
                            "syncs",
                            "stop-sync",
                            "retry",
                            "process-without-failed",
                            "wait",
                            "watch")),
            entry("Jobs", List.of("jobs", "job", "log", "start", "stop", "restart", "summary", "runs")),
            entry("You", List.of("login", "logout", "sign-in", "status", "me", "refresh", "revoke", "link-webodm")),
            entry("What you are told", List.of("preferences", "notices", "webhook")),
            entry("Operators", List.of("schedules", "hosts", "bandwidth", "abandon", "purge", "purge-old")),
            entry("Administrators", List.of("audit", "clients", "admin")),
            entry("Besides", List.of("api", "completion", "version", "help")));

    private Menu() {}

    static void arrange(CommandLine skyferry) {
        skyferry.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        skyferry.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Menu::list);
    }

    private static String list(Help help) {
        StringBuilder text = new StringBuilder();
        int width = help.subcommands().keySet().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)
                + 2;
        for (Map.Entry<String, List<String>> group : GROUPS) {
            text.append(System.lineSeparator())
                    .append(group.getKey())
                    .append(':')
                    .append(System.lineSeparator());
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(width + 2, 2, Column.Overflow.SPAN),
                    new Column(help.commandSpec().usageMessage().width() - width - 2, 2, Column.Overflow.WRAP));
            group.getValue()
                    .forEach(name -> table.addRowValues(
                            name, description(help.subcommands().get(name))));
            text.append(table);
        }
        return text.toString();
    }

    /** The first sentence is enough here. */
    private static String description(Help command) {
        UsageMessageSpec usage = command.commandSpec().usageMessage();
        String[] lines = usage.header().length > 0 ? usage.header() : usage.description();
        String all = lines.length == 0 ? "" : lines[0];
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }
}
