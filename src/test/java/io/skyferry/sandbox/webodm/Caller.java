package io.skyferry.sandbox.webodm;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** How the caller of a recording, as named in the contract's table, shows who he is. */
record Caller(String name, WebOdmSandbox sandbox, ManualClock clock) {

    SandboxClient client() {
        SandboxClient client = new SandboxClient(sandbox.baseUrl());
        return switch (name) {
            case "none", "right-password", "query", "expired-query" -> client;
            case "bearer" -> client.with("Authorization", "Bearer " + sandbox.token("alice"));
            case "garbage" -> client.with("Authorization", "JWT garbage");
            case "basic" -> client.with("Authorization", "Basic " + base64("alice:alice-password"));
            case "basic-wrong" -> client.with("Authorization", "Basic " + base64("alice:wrong"));
            case "alice-and-session" -> session(jwt(client, sandbox.token("alice")), false);
            case "session-with-csrf" -> session(client, true).with("X-CSRFToken", "the-token");
            case "session-without-csrf" -> session(client, true);
            default -> jwt(client, token());
        };
    }

    /** The token for the query parameter or the header. */
    String token() {
        long now = clock.instant().getEpochSecond();
        return switch (name) {
            case "query" -> sandbox.token("alice");
            case "expired", "expired-query" -> mint(WebOdmOptions.DEMO_SECRET_KEY, "alice", now - 1);
            case "minted" -> mint(WebOdmOptions.DEMO_SECRET_KEY, "bob", now + 300);
            case "unknown-user" -> mint(WebOdmOptions.DEMO_SECRET_KEY, "nobody", now + 300);
            case "other-key" -> mint("another-key-than-the-server-has-0123456789", "alice", now + 300);
            case "deactivated" -> sandbox.token("dave");
            case "outsider" -> sandbox.token("oscar");
            default -> sandbox.token(name);
        };
    }

    static String mint(String key, String username, long expiry) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setPayload("{\"username\":\"" + username + "\",\"exp\":" + expiry + "}");
        jws.setKey(new HmacKey(key.getBytes(StandardCharsets.UTF_8)));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SandboxClient jwt(SandboxClient client, String token) {
        return client.with("Authorization", "JWT " + token);
    }

    /** Signs in on the page as the superuser, so that it shows whose rights count. */
    private SandboxClient session(SandboxClient client, boolean csrf) {
        HttpResponse<byte[]> login = new SandboxClient(sandbox.baseUrl())
                .send(
                        "POST",
                        "/login/",
                        "application/x-www-form-urlencoded",
                        "username=admin&password=admin-password".getBytes(StandardCharsets.UTF_8));
        List<String> cookies = login.headers().allValues("Set-Cookie");
        String session = cookies.get(0).split(";")[0];
        return client.with("Cookie", csrf ? session + "; csrftoken=the-token" : session);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
