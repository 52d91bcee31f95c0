package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.OAuthClient;
import io.skyferry.sandbox.tapis.world.TapisUser;
import io.skyferry.sandbox.tapis.world.World;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser's part of the authorization code flow: authorize, sign in, consent, back to the client. */
final class AuthorizePages {
    private static final String AUTHORIZE = "/v3/oauth2/authorize";

    private static final List<String> PARAMETERS = List.of("client_id", "redirect_uri", "response_type", "state");
    private static final List<String> PARAMETERS_OF_S256 =
            List.of("client_id", "redirect_uri", "response_type", "state", "code_challenge", "code_challenge_method");

    private final World world;
    private final Clients clients;
    private final Sessions sessions;
    private final Codes<CodeGrant> codes;
    private volatile boolean s256;

    AuthorizePages(World world, Clients clients, Sessions sessions, Codes<CodeGrant> codes) {
        this.world = world;
        this.clients = clients;
        this.sessions = sessions;
        this.codes = codes;
    }

    /** Today's Tapis doesn't know challenges and drops them. */
    void s256(boolean accepted) {
        s256 = accepted;
    }

    void addTo(Router router) {
        router.get(AUTHORIZE, this::authorize)
                .post(AUTHORIZE, this::decide)
                .get("/v3/oauth2/login", request -> Pages.signIn(world.tenant(), ""))
                .post("/v3/oauth2/login", this::signIn);
    }

    private Answer authorize(Request request) {
        Map<String, String> asked = new LinkedHashMap<>();
        request.queries().forEach((name, values) -> asked.put(name, values.get(0)));
        OAuthClient client = check(asked);
        SignIn session = sessions.find(request).orElse(null);
        if (session == null || session.username() == null) {
            SignIn begun = new SignIn();
            begun.next(AUTHORIZE + "?" + request.rawQuery());
            return sessions.begin(begun, Answer.redirect(302, "/v3/oauth2/login"));
        }
        asked.keySet().retainAll(s256 ? PARAMETERS_OF_S256 : PARAMETERS);
        return Pages.consent(session.username(), client.displayName(), asked);
    }

    private Answer signIn(Request request) throws IOException {
        Map<String, List<String>> form = request.form();
        Optional<TapisUser> user = world.findUser(first(form, "username"))
                .filter(known -> known.password().equals(first(form, "password")));
        if (user.isEmpty()) {
            return Pages.signIn(world.tenant(), "Invalid username/password combination.");
        }
        SignIn before = sessions.find(request).orElseThrow(() -> refused("The session expired. Start again."));
        SignIn signedIn = new SignIn();
        signedIn.username(user.get().username());
        // A new cookie: one that was known before the sign-in must not be worth anything after it.
        return sessions.begin(signedIn, Answer.redirect(302, before.next()));
    }

    private Answer decide(Request request) throws IOException {
        Map<String, List<String>> form = request.form();
        Map<String, String> asked = new LinkedHashMap<>();
        form.forEach((name, values) -> asked.put(name, values.get(0)));
        OAuthClient client = check(asked);
        String username = sessions.find(request)
                .map(SignIn::username)
                .orElseThrow(() -> refused("The session expired. Start again."));
        if (!form.containsKey("approve")) {
            throw refused("The request was not approved.");
        }
        String code =
                codes.put(new CodeGrant(username, client.id(), client.callbackUrl(), asked.get("code_challenge")));
        // The real one neither encodes the state nor leaves it out.
        return Answer.redirect(
                302, client.callbackUrl() + "?code=" + code + "&state=" + asked.getOrDefault("state", "None"));
    }

    private OAuthClient check(Map<String, String> asked) {
        OAuthClient client = clients.find(asked.get("client_id")).orElseThrow(() -> refused("Invalid client."));
        if (!client.callbackUrl().equals(asked.get("redirect_uri"))) {
            throw refused("redirect_uri query parameter does not match the registered callback_url for the client.");
        }
        if (!"code".equals(asked.get("response_type"))) {
            throw refused("response_type must be code.");
        }
        return client;
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    private static RuntimeException refused(String message) {
        return FlaskEnvelope.error(400, message);
    }
}
