package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Refusal;
import java.io.IOException;
import java.util.Optional;

/** One request with its caller, who is absent only where a path serves anybody. */
record Call(Request request, Optional<Account> account, SubmissionReader reader) {

    /** @throws Refusal 403 without credentials */
    Account user() {
        return account.orElseThrow(Refusal::anonymous);
    }

    String path(String name) {
        return request.path(name);
    }

    /** Reads a body without files. */
    Submission submission() throws IOException {
        try (Form form = reader.read(request)) {
            return form.submission();
        }
    }

    /** Reads a body with files. */
    Form form() throws IOException {
        return reader.read(request);
    }
}
