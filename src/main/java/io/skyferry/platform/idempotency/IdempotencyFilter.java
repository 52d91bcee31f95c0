package io.skyferry.platform.idempotency;

import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.idempotency.KeptAnswers.Answer;
import io.skyferry.platform.identity.CallerHolder;
import io.skyferry.platform.rest.SnakeCaseJson;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Answers a repeated request as the first one was answered, and remembers the answers of first ones. */
@Provider
@Idempotent
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String BEGUN = IdempotencyFilter.class.getName();
    private static final int LONGEST_REQUEST = 2_000_000;
    private static final int LONGEST_KEY = 255;

    @Inject
    private KeptAnswers answers;

    @Inject
    private SecurityContext security;

    private final Jsonb json = new SnakeCaseJson().getContext(Object.class);

    /** A request that goes on to its resource. */
    private record Begun(String caller, String key) {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HEADER);
        if (header == null || !(security.getCallerPrincipal() instanceof CallerHolder holder)) {
            return;
        }
        Begun begun = new Begun(holder.caller().owner().toString(), hash(checked(header)));
        String hash = hash(request.getMethod() + " " + path(request) + "\n" + body(request));
        Optional<Answer> earlier = InsertRace.run(() -> answers.begin(begun.caller(), begun.key(), hash));
        if (earlier.isPresent()) {
            request.abortWith(replay(earlier.get()));
        } else {
            request.setProperty(BEGUN, begun);
        }
    }

    /** As in the draft standard the key may stand in quotes. */
    private static String checked(String header) {
        String key = header.strip().replaceAll("^\"(.*)\"$", "$1");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST, "'" + HEADER + "' must have 1 to " + LONGEST_KEY + " characters.");
        }
        return key;
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceAll("^/+|/+$", "");
    }

    private static String body(ContainerRequestContext request) throws IOException {
        byte[] bytes = request.getEntityStream().readNBytes(LONGEST_REQUEST + 1);
        if (bytes.length > LONGEST_REQUEST) {
            throw new Failure(ErrorCode.INVALID_REQUEST, "The body is too long for a request with a key.");
        }
        request.setEntityStream(new ByteArrayInputStream(bytes));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Response replay(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .header(REPLAYED, "true");
        answer.location().ifPresent(location -> response.header(HttpHeaders.LOCATION, location));
        return response.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BEGUN) instanceof Begun begun)) {
            return;
        }
        String body = response.getStatus() / 100 == 2 ? json.toJson(response.getEntity()) : "";
        if (body.isEmpty() || body.length() > KeptAnswer.LONGEST_BODY) {
            answers.forget(begun.caller(), begun.key());
            return;
        }
        Optional<String> location = Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION));
        answers.keep(begun.caller(), begun.key(), new Answer(response.getStatus(), location, body));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
