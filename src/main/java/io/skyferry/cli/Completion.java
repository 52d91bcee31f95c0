package io.skyferry.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print completion for bash and zsh; use it by: source <(skyferry completion)",
        footer = "  skyferry completion")
final class Completion implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("skyferry", spec.root().commandLine()));
        return 0;
    }
}
