package io.skyferry.cli.call;

import java.util.List;
import java.util.stream.Stream;

/** All calls; one that has others below it comes before them. */
public final class Calls {
    private Calls() {}

    public static List<Call> list() {
        return Stream.of(
                        FlightCalls.list(),
                        ProjectCalls.list(),
                        JobCalls.list(),
                        AccountCalls.list(),
                        NoticeCalls.list(),
                        OperatorCalls.list(),
                        ClientCalls.list())
                .flatMap(List::stream)
                .toList();
    }
}
