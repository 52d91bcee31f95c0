package io.skyferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Command lines that do the same work with other tools, as far as they are installed; run in an empty directory.
 *
 * @param images address of the flight's images, with a slash at its end
 * @param directory where lists may be kept
 */
record Rivals(String images, List<String> names, String token, Path directory, int connections) {
    /** Only the way from Tapis. */
    Map<String, String> downloads() throws IOException, InterruptedException {
        Map<String, String> commands = new LinkedHashMap<>();
        if (Tool.isThere("rclone")) {
            commands.put("rclone", rclone());
        }
        if (Tool.isThere("aria2c")) {
            Path list = urls("aria2.txt", "%s\n  out=%s\n");
            commands.put(
                    "aria2",
                    "timeout 500 aria2c -q --header 'X-Tapis-Token: " + token + "' -i " + list + " -d out -j"
                            + connections + " -x1 --file-allocation=none");
        }
        return commands;
    }

    private String rclone() throws IOException {
        Path list = Files.write(directory.resolve("rclone.names"), names);
        return "timeout 500 rclone copy --config /dev/null --http-url " + images + " --http-headers 'X-Tapis-Token,"
                + token + "' --files-from-raw " + list + " --no-traverse --http-no-head :http: out --transfers "
                + connections;
    }

    /** First all downloads, then all uploads by one program, as a good script does it. */
    Map<String, String> thenUpload(String uploads, String webOdmToken) throws IOException, InterruptedException {
        Map<String, String> commands = new LinkedHashMap<>();
        if (Tool.isThere("rclone")) {
            String lines = names.stream()
                    .map(name -> "url = \"" + uploads + "\"\nfail\nsilent\noutput = \"/dev/null\"\n"
                            + "header = \"Authorization: JWT " + webOdmToken + "\"\nform = \"images=@out/" + name
                            + "\"\n")
                    .collect(Collectors.joining("next\n"));
            Path list = Files.writeString(directory.resolve("uploads.txt"), lines);
            commands.put(
                    "rclone, then curl",
                    rclone() + " && timeout 500 curl -Z --parallel-max " + connections + " -K " + list);
        }
        return commands;
    }

    Map<String, String> curl() throws IOException {
        Path list = urls("curl.txt", "url = \"%s\"\noutput = \"%s\"\n");
        return Map.of(
                "curl",
                "timeout 500 curl -s -Z --fail --parallel-max " + connections + " -H 'X-Tapis-Token: " + token + "' -K "
                        + list);
    }

    private Path urls(String file, String format) throws IOException {
        String lines = names.stream()
                .map(name -> format.formatted(images + name, name))
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(file), lines);
    }
}
