package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Refusal;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signing in: a token for programs, a session for browsers. */
final class SignInCalls {
    private final Tokens tokens;
    private final Sessions sessions;
    private final Authenticator authenticator;
    private final Answers answers;

    SignInCalls(Tokens tokens, Sessions sessions, Authenticator authenticator, Answers answers) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.authenticator = authenticator;
        this.answers = answers;
    }

    void declare(Paths paths, Router router) {
        paths.addOpen("/api/token-auth/", Map.of("POST", this::createToken));
        router.get("/login/", request -> answers.dressPage(request, loginPage()));
        router.post("/login/", request -> answers.dressPage(request, openSession(request)));
    }

    private Answer createToken(Call call) throws IOException {
        Submission submission = call.submission();
        FieldReader reader = new FieldReader(submission);
        reader.require("username");
        reader.require("password");
        Optional<String> username = reader.requiredName("username");
        Optional<String> password = reader.requiredName("password");
        reader.throwIfFailed();
        Account account = authenticator
                .findByPassword(username.orElseThrow(), password.orElseThrow())
                .orElseThrow(() -> Refusal.field("non_field_errors", "Unable to login with provided credentials."));
        return Answers.json(
                200,
                Json.createObjectBuilder().add("token", tokens.mint(account)).build());
    }

    private static Answer loginPage() {
        return Answers.html(
                        200,
                        "Login",
                        "<h1>WebODM sandbox</h1><form method=\"post\"><label>User <input name=\"username\"></label> "
                                + "<label>Password <input name=\"password\" type=\"password\"></label> "
                                + "<button>Login</button></form>")
                .header("Set-Cookie", Sessions.CSRF_COOKIE + "=" + UUID.randomUUID() + "; Path=/; SameSite=None");
    }

    private Answer openSession(Request request) throws IOException {
        var form = request.form();
        Optional<Account> account = authenticator.findByPassword(
                form.getOrDefault("username", List.of("")).get(0),
                form.getOrDefault("password", List.of("")).get(0));
        if (account.isEmpty()) {
            return loginPage();
        }
        String session =
                Sessions.SESSION_COOKIE + "=" + sessions.open(account.get()) + "; HttpOnly; Path=/; SameSite=None";
        return Answer.redirect(302, "/dashboard/").header("Set-Cookie", session);
    }
}
