package io.skyferry.access.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser: signs in at the tenant's page and agrees, up to the address that leads back to us. */
final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** @return the parameters with which the tenant sends him back */
    Map<String, String> signsIn(URI page, String username, String password) {
        URI login = redirect(send(HttpRequest.newBuilder(page)));
        URI consent = redirect(send(form(login, Map.of("username", username, "password", password))));
        Matcher hidden = HIDDEN.matcher(send(HttpRequest.newBuilder(consent)).body());
        Map<String, String> fields = hidden.results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2).replace("&amp;", "&")));
        fields.put("approve", "Approve");
        return parameters(redirect(send(form(consent.resolve("/v3/oauth2/authorize"), fields))));
    }

    /** Signs in and enters a device's code. */
    void enters(URI page, String username, String password, String code) {
        URI login = redirect(send(HttpRequest.newBuilder(page)));
        URI device = redirect(send(form(login, Map.of("username", username, "password", password))));
        send(form(device, Map.of("user_code", code)));
    }

    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
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
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(location);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
