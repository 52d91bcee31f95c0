package io.skyferry.browser.kit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, one for all tests; it ends with the test's process. */
public final class Chromium {
    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "chrome.exe",
            "msedge.exe");
    private static final List<Path> PLACES = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"),
            Path.of("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"));
    /** A server's machine has neither a graphics card nor users to protect; and nothing may go to any network. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static Browser shared;

    private Chromium() {}

    static synchronized Browser running() {
        if (shared == null) {
            shared = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setHeadless(true)
                            .setArgs(FLAGS));
        }
        return shared;
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> onPath().findFirst())
                .or(() -> PLACES.stream().filter(Files::isExecutable).findFirst())
                .orElseThrow(() ->
                        new AssertionError("No Chromium was found. Install the package 'chromium', or set CHROMIUM"
                                + " to the path of a Chromium, Chrome or Edge."));
    }

    private static Stream<Path> onPath() {
        List<String> directories = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable);
    }
}
