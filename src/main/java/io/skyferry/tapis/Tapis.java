package io.skyferry.tapis;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostPermit;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.rest.RestClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Reads systems and listings from Tapis. Every call waits its turn at the host's limit, is tried again when Tapis fails
 * in a way that passes, and renews the token once when Tapis rejects it. Thread-safe.
 */
@ApplicationScoped
public class Tapis {
    /** Tapis refuses more than 1000 entries of a listing at one time. */
    static final int PAGE = 1000;

    private static final int MOST_READINGS = 3;
    private static final String FIELDS = "id,host,systemType,description,created";

    private final Map<URI, SystemsApi> systems = new ConcurrentHashMap<>();
    private final Map<URI, FilesApi> files = new ConcurrentHashMap<>();
    private HostLimits limits;
    private Retries retries;

    /** For the container's proxies only. */
    protected Tapis() {}

    @Inject
    public Tapis(Settings settings, @TapisPace HostLimits limits, Retries retries) {
        this.limits = limits;
        this.retries = retries;
    }

    /** All systems that the user may see and whose id is like the pattern ({@code *} is any run), ordered by id. */
    public List<TapisSystem> listSystems(TapisSession session, String idPattern, RequestCount count) {
        List<TapisSystem> all = new ArrayList<>();
        SystemsApi.Page page;
        do {
            int skip = all.size();
            page = call(
                    session,
                    count,
                    token -> systems(session.baseUrl())
                            .list(token, "ALL", "id.like." + idPattern, FIELDS, "id(asc)", PAGE, skip)
                            .checked());
            all.addAll(page.result());
        } while (page.isFull());
        return all;
    }

    /**
     * All entries of a directory, every page. Each page has to begin with the last entry of the one before. If it does
     * not, the directory has changed meanwhile, and an entry may have slipped unseen from one page to the other: it is
     * read again. A directory that does not come to rest is taken as it was read the last time, and may then name an
     * entry twice.
     *
     * @param pattern {@code regex:…} on the file name to save pages, or null; storage other than LINUX ignores it
     * @throws Failure TAPIS_NOT_FOUND when there is no such directory, SYSTEM_NOT_ACCESSIBLE when there is no such
     *     system, TAPIS_FORBIDDEN without permission
     */
    public List<TapisFile> listDirectory(
            TapisSession session, String systemId, String path, String pattern, RequestCount count) {
        LongFunction<List<TapisFile>> pages = offset -> call(
                session,
                count,
                token -> files(session.baseUrl())
                        .list(token, systemId, path, PAGE, offset, pattern)
                        .rows());
        for (int reading = 1; reading < MOST_READINGS; reading++) {
            Optional<List<TapisFile>> atRest = DirectoryPages.read(pages, true);
            if (atRest.isPresent()) {
                return atRest.get();
            }
        }
        return DirectoryPages.read(pages, false).orElseThrow();
    }

    private <T> T call(TapisSession session, RequestCount count, Function<String, T> request) {
        StopSignal never = new StopSignal();
        return retries.run(
                        () -> renewing(session, token -> paced(session, count, () -> request.apply(token))),
                        never,
                        (failure, wait) -> {})
                .value();
    }

    /** A rejected token is renewed once; a second rejection is final. */
    private static <T> T renewing(TapisSession session, Function<String, T> request) {
        String token = session.token();
        try {
            return request.apply(token);
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.TOKEN_EXPIRED) {
                throw failure;
            }
            return request.apply(session.tokenInsteadOf(token));
        }
    }

    private <T> T paced(TapisSession session, RequestCount count, Supplier<T> request) {
        try (HostPermit permit = limits.limitOf(session.baseUrl()).acquireAhead(new StopSignal())) {
            count.add();
            try {
                T result = request.get();
                permit.succeeded();
                return result;
            } catch (Failure e) {
                throw told(permit, e);
            } catch (RuntimeException e) {
                throw told(permit, TapisErrors.withoutAnswer(e));
            }
        }
    }

    private static Failure told(HostPermit permit, Failure failure) {
        permit.failed(failure);
        return failure;
    }

    /** Ends the connections to Tapis. */
    @PreDestroy
    public void close() {
        systems.values().forEach(RestClients::close);
        files.values().forEach(RestClients::close);
    }

    private SystemsApi systems(URI baseUrl) {
        return systems.computeIfAbsent(baseUrl, base -> builder(base).build(SystemsApi.class));
    }

    private FilesApi files(URI baseUrl) {
        return files.computeIfAbsent(baseUrl, base -> builder(base).build(FilesApi.class));
    }

    private static RestClientBuilder builder(URI baseUrl) {
        return RestClientBuilder.newBuilder()
                .baseUri(baseUrl)
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(120, TimeUnit.SECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(new PlainSemicolons())
                .register(TapisErrors.class);
    }
}
