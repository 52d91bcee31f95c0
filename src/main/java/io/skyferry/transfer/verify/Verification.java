package io.skyferry.transfer.verify;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostPermit;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.project.FlightProject;
import io.skyferry.transfer.Image;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.ImageState;
import io.skyferry.transfer.SyncTokens;
import io.skyferry.transfer.TransferThreads;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.upload.StoredImage;
import io.skyferry.transfer.upload.StoredImages;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.upload.WebOdmToken;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmPace;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Compares what WebODM holds with what was delivered, in the background of this server. */
@ApplicationScoped
public class Verification {
    private static final Logger LOG = Logger.getLogger(Verification.class.getName());
    private static final int PAGE = 50;

    private final StopSignal stop = new StopSignal();

    @Inject
    private VerificationLedger ledger;

    @Inject
    private ImageLedger images;

    @Inject
    private WebOdm webOdm;

    @Inject
    private WebOdmUsers users;

    @Inject
    private StoredImages stored;

    @Inject
    private ImageUpload uploads;

    @Inject
    @WebOdmPace
    private HostLimits limits;

    @Inject
    private BandwidthBudget bandwidth;

    @Inject
    private Retries retries;

    @Inject
    private TransferThreads threads;

    /** What one verification works with. */
    private record Check(long project, UploadTarget target, WebOdmToken token, boolean full) {}

    /**
     * Begins to verify; one that runs already goes on instead.
     *
     * @param full whether contents are compared, not only sizes
     * @throws Failure CONFLICT when nothing was delivered yet; WEBODM_NOT_LINKED
     */
    void start(FlightProject project, boolean full) {
        long delivered = images.tally(project.id()).delivered();
        if (delivered == 0 || project.webOdmTaskId().isEmpty()) {
            throw new Failure(ErrorCode.CONFLICT, "Nothing of this project was delivered yet.");
        }
        UploadTarget target = new UploadTarget(
                webOdm.baseUrl(),
                project.webOdmProjectId().orElseThrow(),
                project.webOdmTaskId().get(),
                false);
        Check check = new Check(project.id(), target, SyncTokens.of(users.getFor(project.owner())), full);
        if (ledger.begin(project.id(), full, delivered)) {
            threads.forMoves().execute(() -> run(check));
        }
    }

    private void run(Check check) {
        try {
            uploads.look(check.target(), check.token(), stop);
            checkAll(check);
            ledger.end(check.project(), null);
        } catch (Failure failure) {
            end(check, failure);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The verification of project " + check.project() + " broke off", e);
            end(check, new Failure(ErrorCode.INTERNAL_ERROR, "The verification broke off.", e));
        }
    }

    private void end(Check check, Failure failure) {
        try {
            ledger.end(check.project(), failure);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The end of a verification could not be written", e);
        }
    }

    private void checkAll(Check check) {
        String after = "";
        List<Image> page;
        do {
            page = images.list(check.project(), Optional.of(ImageState.DELIVERED), Optional.empty(), after, PAGE);
            List<CompletableFuture<Optional<Finding>>> answers = page.stream()
                    .map(image -> CompletableFuture.supplyAsync(() -> check(check, image), threads.forMoves()))
                    .toList();
            List<Finding> findings = answers.stream()
                    .map(Verification::joined)
                    .flatMap(Optional::stream)
                    .toList();
            ledger.advance(check.project(), page.size(), findings);
            after = page.isEmpty() ? after : page.get(page.size() - 1).name();
        } while (page.size() == PAGE);
    }

    private static <T> T joined(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Optional<Finding> check(Check check, Image image) {
        Optional<StoredImage> there = retries.run(() -> ask(check, image), stop, (failure, wait) -> {})
                .value();
        return Finding.of(image, there);
    }

    private Optional<StoredImage> ask(Check check, Image image) {
        try (HostPermit permit = limits.limitOf(check.target().webodm()).acquire(stop)) {
            try {
                Optional<StoredImage> answer = stored.find(
                        check.target(),
                        check.token(),
                        image.deliveredName(),
                        check.full(),
                        bytes -> bandwidth.downloaded(bytes, stop),
                        stop);
                permit.succeeded();
                return answer;
            } catch (Failure failure) {
                permit.failed(failure);
                throw failure;
            }
        }
    }

    @PreDestroy
    void serverStops() {
        stop.stop();
    }
}
