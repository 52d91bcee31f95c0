package io.skyferry.sandbox.tapis;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Keeps the last cookie, as a browser does, and follows no redirect by itself. */
final class SignInBrowser {
    private final TapisFixture fixture;
    private String cookie = "none=1";

    SignInBrowser(TapisFixture fixture) {
        this.fixture = fixture;
    }

    HttpResponse<String> get(String path) {
        return send(fixture.request(path));
    }

    HttpResponse<String> post(String path, String form) {
        return send(fixture.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    String cookie() {
        return cookie;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = fixture.send(request.header("Cookie", cookie));
        answer.headers().firstValue("Set-Cookie").ifPresent(header -> cookie = header.split(";")[0]);
        return answer;
    }
}
