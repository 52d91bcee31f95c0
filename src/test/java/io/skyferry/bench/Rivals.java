package io.skyferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Command lines that do the same work with other tools, as far as they are installed; run in an empty directory. */
final class Rivals {
    private Rivals() {}

    static Map<String, String> downloads(
            String flight, List<String> names, String token, Path directory, int connections)
            throws IOException, InterruptedException {
        Map<String, String> commands = new LinkedHashMap<>();
        if (Tool.isThere("rclone")) {
            commands.put("rclone", rclone(flight, names, token, directory, connections));
        }
        if (Tool.isThere("aria2c")) {
            Path list = urls(flight, names, directory, "aria2.txt", "%s\n  out=%s\n");
            commands.put(
                    "aria2",
                    "timeout 500 aria2c -q --header 'X-Tapis-Token: " + token + "' -i " + list + " -d out -j"
                            + connections + " -x1 --file-allocation=none");
        }
        return commands;
    }

    private static String rclone(String flight, List<String> names, String token, Path directory, int connections)
            throws IOException {
        Path list = Files.write(directory.resolve(flight + ".names"), names);
        return "timeout 500 rclone copy --config /dev/null --http-url "
                + Field.content(flight, "") + " --http-headers 'X-Tapis-Token," + token + "' --files-from-raw " + list
                + " --no-traverse --http-no-head :http: out --transfers " + connections;
    }

    /** First all downloads, then all uploads, as a script does it. */
    static Map<String, String> thenUpload(
            String flight,
            List<String> names,
            String token,
            Path directory,
            int connections,
            String task,
            String webOdmToken)
            throws IOException, InterruptedException {
        Map<String, String> commands = new LinkedHashMap<>();
        if (Tool.isThere("rclone")) {
            String[] ids = task.split("/");
            String address = Field.webOdm("/api/projects/" + ids[0] + "/tasks/" + ids[1] + "/upload/")
                    .toString();
            commands.put(
                    "rclone, then curl",
                    rclone(flight, names, token, directory, connections)
                            + " && ls out | xargs -P" + connections
                            + " -I{} curl -sf -o /dev/null -H 'Authorization: JWT " + webOdmToken
                            + "' -F images=@out/{} " + address);
        }
        return commands;
    }

    static Map<String, String> curl(String flight, List<String> names, String token, Path directory, int connections)
            throws IOException {
        Path list = urls(flight, names, directory, "curl.txt", "url = \"%s\"\noutput = \"%s\"\n");
        return Map.of(
                "curl",
                "timeout 500 curl -s -Z --fail --parallel-max " + connections + " -H 'X-Tapis-Token: " + token + "' -K "
                        + list);
    }

    private static Path urls(String flight, List<String> names, Path directory, String file, String format)
            throws IOException {
        String lines = names.stream()
                .map(name -> format.formatted(Field.content(flight, name), name))
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(file), lines);
    }
}
