package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ejb.EJBException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureMapperTest {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(log);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(log);
        LOG.setUseParentHandlers(true);
    }

    private static Response answer(Throwable thrown) {
        return new FailureMapper().toResponse(thrown);
    }

    private static Problem problem(Throwable thrown) {
        return (Problem) answer(thrown).getEntity();
    }

    @ParameterizedTest
    @EnumSource
    void answersWithTheCataloguesWords(ErrorCode code) {
        Response answer = answer(new Failure(code, "What happened."));
        Problem problem = (Problem) answer.getEntity();

        assertThat(answer.getStatus()).isEqualTo(code.status());
        assertThat(answer.getMediaType()).hasToString("application/json");
        assertThat(problem)
                .isEqualTo(new Problem(
                        false,
                        code.title(),
                        "What happened.",
                        code.name(),
                        code.hint(),
                        code.retryable(),
                        problem.trace()));
        assertThat(answer.getHeaderString("WWW-Authenticate"))
                .isEqualTo(code.status() == 401 ? "Bearer realm=\"skyferry\"" : null);
    }

    @Test
    void logsTheTraceThatItAnswers() {
        Problem user = problem(new Failure(ErrorCode.CONFLICT, "Not now."));
        Problem defect = problem(new IllegalStateException("our own"));

        assertThat(logged.get(0).getLevel()).isEqualTo(Level.INFO);
        assertThat(logged.get(0).getMessage()).isEqualTo("CONFLICT: Not now. trace=" + user.trace());
        assertThat(logged.get(1).getLevel()).isEqualTo(Level.SEVERE);
        assertThat(logged.get(1).getMessage()).isEqualTo("INTERNAL_ERROR trace=" + defect.trace());
        assertThat(logged.get(1).getThrown()).hasMessage("our own");
    }

    @Test
    void passesOnHowLongToWait() {
        Failure busy = new Failure(ErrorCode.TAPIS_BUSY, "Later.", null, Duration.ofSeconds(90));

        assertThat(answer(busy).getHeaderString("Retry-After")).isEqualTo("90");
        assertThat(answer(new Failure(ErrorCode.TAPIS_BUSY, "Later.")).getHeaderString("Retry-After"))
                .isNull();
    }

    static Stream<Throwable> wrappedFailures() {
        Failure inside = new Failure(ErrorCode.JOB_NOT_FOUND, "Gone.");
        return Stream.of(
                inside,
                new EJBException(inside),
                new EJBException(new EJBException(inside)),
                new RuntimeException(new RuntimeException(inside)),
                new ProcessingException(inside),
                new IllegalStateException(inside),
                new WebApplicationException(inside, 400));
    }

    @ParameterizedTest
    @MethodSource("wrappedFailures")
    void findsTheFailureInsideWhatTheContainerThrows(Throwable thrown) {
        assertThat(problem(thrown).code()).isEqualTo("JOB_NOT_FOUND");
    }

    static Stream<Throwable> jsonTroubles() {
        return Stream.of(
                new JsonbException("quotes hidden text"),
                new JsonParsingException("quotes hidden text", null),
                new ProcessingException(new JsonbException("quotes hidden text")));
    }

    @ParameterizedTest
    @MethodSource("jsonTroubles")
    void blamesTheBodyForBrokenJson(Throwable thrown) {
        assertThat(problem(thrown).code()).isEqualTo("INVALID_REQUEST");
        assertThat(problem(thrown).toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, NOT_SIGNED_IN",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "500, INTERNAL_ERROR",
        "503, INTERNAL_ERROR",
    })
    void givesTheContainersOwnRefusalsOurShape(int status, ErrorCode code) {
        WebApplicationException refusal = new WebApplicationException("hidden", status);

        assertThat(answer(refusal).getStatus()).isEqualTo(code.status());
        assertThat(problem(refusal).code()).isEqualTo(code.name());
        assertThat(problem(refusal).toString()).doesNotContain("hidden");
    }

    @Test
    void keepsUnknownTextsToItself() {
        Problem problem = problem(new IllegalStateException("token=hidden"));

        assertThat(problem.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(problem.toString()).doesNotContain("hidden");
    }
}
