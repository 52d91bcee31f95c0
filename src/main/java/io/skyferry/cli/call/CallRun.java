package io.skyferry.cli.call;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import jakarta.json.JsonObject;
import java.util.function.Function;

/** Sends a call and prints its answer. */
public final class CallRun {
    private CallRun() {}

    /**
     * @param secrets asks for the value of a secret parameter whose flag was given
     * @throws io.skyferry.cli.outcome.CommandFailure when the server refuses
     */
    public static void run(CallSpec spec, ApiClient api, Output output, Function<Parameter, String> secrets) {
        Filled filled = spec.filled(secrets);
        JsonObject answer = answer(filled, api);
        Fields fields = new Fields(answer);
        output.show(answer, () -> {
            filled.call().view().print(fields, output);
            if (filled.call().paging().isThere()) {
                Pages.findNext(answer).ifPresent(next -> output.line("More: --after " + next));
            }
        });
    }

    private static JsonObject answer(Filled filled, ApiClient api) {
        Paging paging = filled.call().paging();
        String path = filled.path();
        boolean paged = filled.values().keySet().stream().anyMatch(CallRun::isOfPaging);
        return switch (filled.call().method()) {
            case "GET" -> paging.whole() && !paged ? Pages.all(api, path, paging.list(), paging.size()) : api.get(path);
            case "PUT" -> api.put(path, filled.body());
            case "DELETE" -> api.delete(path);
            default -> api.post(path, filled.body());
        };
    }

    private static boolean isOfPaging(Parameter parameter) {
        return parameter.option().equals("--limit") || parameter.option().equals("--after");
    }
}
