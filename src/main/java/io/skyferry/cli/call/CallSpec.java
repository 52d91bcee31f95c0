package io.skyferry.cli.call;

import io.skyferry.cli.call.Parameter.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A call as a command of picocli's. */
public final class CallSpec {
    private final Call call;
    private final Map<Parameter, ArgSpec> arguments = new LinkedHashMap<>();

    private CallSpec(Call call) {
        this.call = call;
    }

    /** @param run sends what was filled in and prints the answer; its result is the exit status */
    public static CommandSpec of(Call call, Function<CallSpec, Integer> run) {
        CallSpec filling = new CallSpec(call);
        Callable<Integer> command = () -> run.apply(filling);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage().description(call.description());
        spec.usageMessage()
                .footer(call.examples().stream()
                        .map(example -> "  skyferry " + example)
                        .toArray(String[]::new));
        int position = 0;
        for (Parameter parameter : call.parameters()) {
            ArgSpec argument = parameter.isPositional() ? positional(parameter, position++) : option(parameter);
            spec.add(argument);
            filling.arguments.put(parameter, argument);
        }
        return spec;
    }

    private static ArgSpec positional(Parameter parameter, int position) {
        PositionalParamSpec.Builder builder = PositionalParamSpec.builder()
                .index(Integer.toString(position))
                .paramLabel(parameter.label())
                .description(parameter.description());
        return parameter.kind() == Kind.NUMBER
                ? builder.type(Long.class).arity("1").build()
                : builder.type(String.class).arity("1").build();
    }

    private static ArgSpec option(Parameter parameter) {
        OptionSpec.Builder builder = OptionSpec.builder(parameter.option())
                .required(parameter.required())
                .paramLabel(parameter.label())
                .description(parameter.description());
        if (!parameter.choices().isEmpty()) {
            builder.completionCandidates(parameter.choices());
        }
        return switch (parameter.kind()) {
            case FLAG, SECRET -> builder.type(Boolean.class).arity("0").build();
            case BOOLEAN ->
                builder.type(Boolean.class)
                        .arity("1")
                        .completionCandidates(List.of("true", "false"))
                        .build();
            case LIST ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .build();
            case NUMBER -> builder.type(Long.class).arity("1").build();
            case TEXT -> builder.type(String.class).arity("1").build();
        };
    }

    public Call call() {
        return call;
    }

    /** @param secrets asks for the value of a secret parameter whose flag was given */
    Filled filled(Function<Parameter, String> secrets) {
        Map<Parameter, Object> values = new LinkedHashMap<>();
        arguments.forEach((parameter, argument) -> {
            Object value = argument.getValue();
            if (value == null) {
                return;
            }
            if (parameter.kind() == Kind.SECRET) {
                values.put(parameter, secrets.apply(parameter));
            } else {
                values.put(parameter, value instanceof List<?> list ? new ArrayList<>(list) : value);
            }
        });
        return new Filled(call, values);
    }
}
