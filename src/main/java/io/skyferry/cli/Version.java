package io.skyferry.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Print the version.", footer = "  skyferry version")
final class Version implements Callable<Integer>, IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(text());
        return 0;
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    private static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "skyferry " + (version == null ? "(not packaged)" : version);
    }
}
