package io.skyferry.sandbox;

import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs the whole sandbox until the process is told to end. */
public final class Sandbox implements AutoCloseable {
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Sandbox() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        SandboxArguments arguments = new SandboxArguments();
        CommandLine command = new CommandLine(arguments);
        try {
            command.parseArgs(args);
        } catch (ParameterException wrong) {
            System.err.println(wrong.getMessage());
            command.usage(System.err);
            System.exit(2);
        }
        // The real proxy drops idle connections after 5 s; the server reads this once, at its first use.
        System.setProperty("sun.net.httpserver.idleInterval", "5");
        Sandbox sandbox = start(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        sandbox.addresses.forEach((name, address) -> System.out.println(name + " " + address));
        new CountDownLatch(1).await();
    }

    static Sandbox start(SandboxArguments arguments) throws IOException {
        Sandbox sandbox = new Sandbox();
        try {
            sandbox.startServices(arguments);
            if (arguments.readyFile != null) {
                sandbox.tell(arguments.readyFile);
            }
            return sandbox;
        } catch (IOException | RuntimeException failed) {
            sandbox.close();
            throw failed;
        }
    }

    /** Every service of the sandbox is started here and nowhere else. */
    private void startServices(SandboxArguments arguments) throws IOException {
        TapisOptions options = TapisOptions.of(arguments.world)
                .withPort(arguments.tapisPort)
                .withCallbackUrl(arguments.callbackUrl)
                .withLifetimes(arguments.tokenLifetime(), Duration.ofDays(365));
        TapisSandbox tapis = TapisSandbox.start(arguments.resets ? options.withLine() : options);
        add("tapis", tapis.baseUrl(), tapis);
        Path data = arguments.data == null ? Files.createTempDirectory("skyferry-sandbox") : arguments.data;
        WebOdmSandbox webodm =
                WebOdmSandbox.start(WebOdmOptions.demo(data.resolve("webodm")).withPort(arguments.webodmPort));
        add("webodm", webodm.baseUrl(), webodm);
    }

    private void add(String name, String address, AutoCloseable service) {
        addresses.put(name, address);
        running.push(service);
    }

    Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    /** The file appears whole or not at all. */
    private void tell(Path file) throws IOException {
        JsonObject json = Json.createObjectBuilder(Map.copyOf(addresses)).build();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, json + "\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        running.forEach(service -> {
            try {
                service.close();
            } catch (Exception failed) {
                System.err.println("Can't stop " + service.getClass().getSimpleName() + ": " + failed.getMessage());
            }
        });
        running.clear();
    }
}
