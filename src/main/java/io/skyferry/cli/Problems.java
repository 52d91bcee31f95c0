package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Hints;
import io.skyferry.cli.terminal.Output;
import java.util.List;

/** The systems and flights that failed in a scan, while the others went on. */
final class Problems {
    private Problems() {}

    /** Names them on standard error. */
    static ExitCode report(Fields result, Output output) {
        List<Fields> problems = result.list("problems");
        problems.forEach(problem -> print(problem, output));
        List<String> errors = result.texts("errors");
        if (problems.isEmpty()) {
            errors.forEach(error -> output.note("skyferry: " + error));
        }
        return problems.isEmpty() && errors.isEmpty() ? ExitCode.DONE : ExitCode.WITH_FAILURES;
    }

    private static void print(Fields problem, Output output) {
        String flight = problem.text("flight_name");
        String place = problem.text("system_id") + (flight.isEmpty() ? "" : "/" + flight);
        String code = problem.text("code");
        output.note("skyferry: " + problem.text("error") + ": " + place + ": " + problem.text("detail"));
        output.note("  " + Hints.of(code, problem.text("hint")) + " (" + code + ")");
    }
}
