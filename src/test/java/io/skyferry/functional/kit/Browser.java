package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: keeps cookies, follows no redirect by itself, enters what forms ask for. */
public final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern OWN = Pattern.compile("https?://[^/]+(/api/.*)");

    private final Cookies cookies = new Cookies();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SkyferryServer server;

    public Browser(SkyferryServer server) {
        this.server = server;
    }

    /**
     * An OAuth2 client of the server's own address, registered at Tapis by an administrator; the same for all tests.
     *
     * @return its id
     */
    public static String registeredClient(SkyferryServer server) {
        Api administrator = Api.of(server, Deployment.ADMINISTRATOR);
        String id = "browser-" + server.url("/").getPort();
        if (administrator.get("/api/skyferry/oauth-clients/" + id).status() == 404) {
            JsonObject wish = Json.createObjectBuilder()
                    .add("client_id", id)
                    .add("name", "For browsers")
                    .build();
            Reply reply = administrator.post("/api/skyferry/oauth-clients/register", wish);
            if (reply.status() != 201) {
                throw new AssertionError(reply.text());
            }
        }
        return id;
    }

    /** Signs in through Tapis' pages. */
    public Browser signIn(String client, String username) {
        URI back = atTapis(begin(client, "/"), username);
        HttpResponse<String> answer = comeBack(back);
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    /** @return the tenant's page to which the server sends the browser */
    public URI begin(String client, String redirectAfter) {
        return redirect(get("/api/oauth2/tapis/authorize/" + client + "/?redirect_after="
                + URLEncoder.encode(redirectAfter, StandardCharsets.UTF_8)));
    }

    /** @return the address to which Tapis sends the browser after name, password and consent */
    public URI atTapis(URI page, String username) {
        URI login = redirect(send(HttpRequest.newBuilder(page)));
        URI consent =
                redirect(send(form(login, Map.of("username", username, "password", Deployment.password(username)))));
        Map<String, String> fields = HIDDEN.matcher(
                        send(HttpRequest.newBuilder(consent)).body())
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2).replace("&amp;", "&")));
        Map<String, String> approved = new HashMap<>(fields);
        approved.put("approve", "Approve");
        return redirect(send(form(consent.resolve("/v3/oauth2/authorize"), approved)));
    }

    /** Enters a terminal's code at Tapis. */
    public void enterCode(URI page, String username, String code) {
        URI login = redirect(send(HttpRequest.newBuilder(page)));
        URI device =
                redirect(send(form(login, Map.of("username", username, "password", Deployment.password(username)))));
        send(form(device, Map.of("user_code", code)));
    }

    /** To this browser's server, whichever the address names. */
    public HttpResponse<String> comeBack(URI address) {
        return get(OWN.matcher(address.toString()).replaceFirst("$1"));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.url(path)).header("Accept", "text/html,*/*"));
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The cookie by this name. */
    public String cookie(String name) {
        return cookies.kept.values().stream()
                .filter(ofHost -> ofHost.containsKey(name))
                .map(ofHost -> ofHost.get(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    /** Whom the server takes this browser for: 200 or 401. */
    public int me() {
        return get("/api/skyferry/me").statusCode();
    }

    /** The same browser at another server behind the same name: cookies know no ports. */
    public Browser at(SkyferryServer other) {
        Browser same = new Browser(other);
        cookies.kept.forEach((host, ofHost) -> same.cookies.kept.put(host, new TreeMap<>(ofHost)));
        return same;
    }

    /** By host and name, as browsers send them; the JDK's own manager writes them in a way that none does. */
    private static final class Cookies extends CookieHandler {
        private final Map<String, Map<String, String>> kept = new TreeMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            String line = kept.getOrDefault(address.getHost(), Map.of()).entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return line.isEmpty() ? Map.of() : Map.of("Cookie", List.of(line));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.entrySet().stream()
                    .filter(header -> "Set-Cookie".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .forEach(line -> keep(address.getHost(), line));
        }

        private void keep(String host, String line) {
            String[] pair = line.split(";")[0].split("=", 2);
            Map<String, String> ofHost = kept.computeIfAbsent(host, any -> new TreeMap<>());
            if (line.contains("Max-Age=0")) {
                ofHost.remove(pair[0]);
            } else {
                ofHost.put(pair[0], pair[1]);
            }
        }
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static URI redirect(HttpResponse<String> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.uri() + ": " + answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(location);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
