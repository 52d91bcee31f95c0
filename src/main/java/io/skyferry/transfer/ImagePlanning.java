package io.skyferry.transfer;

import io.skyferry.flight.ImageListing;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.tapis.TapisFile;
import io.skyferry.transfer.integrity.ImageNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares the source with the ledger and writes down what has to be brought. One transaction: after a crash the plan is
 * either written or not. Planning twice changes nothing.
 */
@ApplicationScoped
public class ImagePlanning {
    private static final int FLUSH = 500;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Claims claims;

    @Inject
    private Clock clock;

    /**
     * @param task what is in the ledger as delivered to any other task is to be brought again
     * @throws Failure CLAIM_LOST, and then nothing was changed
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void plan(SyncRun run, ImageListing listing, String task) {
        if (!claims.isHeldBy(run.project(), run.fence())) {
            throw new Failure(ErrorCode.CLAIM_LOST, "Another run works on this project by now.");
        }
        Instant now = clock.instant();
        Map<String, Image> known = known(run.project());
        compareKnown(known, listing, run.options(), task, now);
        insertNew(run.project(), known, listing, now);
    }

    private Map<String, Image> known(long project) {
        Map<String, Image> known = new HashMap<>();
        ledger.createQuery("select i from Image i where i.projectId = :project", Image.class)
                .setParameter("project", project)
                .getResultStream()
                .forEach(image -> known.put(image.name(), image));
        return known;
    }

    private static void compareKnown(
            Map<String, Image> known, ImageListing listing, SyncOptions options, String task, Instant now) {
        Set<String> present = new HashSet<>();
        for (TapisFile file : listing.images()) {
            present.add(file.name());
            Image image = known.get(file.name());
            if (image != null && needsBringing(image, file, options, task)) {
                image.listed(file, now);
            }
        }
        known.values().stream()
                .filter(image -> !present.contains(image.name()) && image.state() != ImageState.GONE)
                .forEach(Image::gone);
    }

    private static boolean needsBringing(Image image, TapisFile file, SyncOptions options, String task) {
        boolean changed = image.differsFrom(file);
        return switch (image.state()) {
            case LISTED -> changed;
            case DELIVERED -> changed || !image.isIn(task);
            case FAILED -> changed || !options.processWithout();
            case GONE -> true;
            case REFUSED -> changed || options.retryRefused();
        };
    }

    private void insertNew(long project, Map<String, Image> known, ImageListing listing, Instant now) {
        Map<String, String> given = new HashMap<>();
        known.values().forEach(image -> given.put(image.name(), image.deliveredName()));
        Map<String, String> names =
                ImageNames.assign(listing.images().stream().map(TapisFile::name).toList(), given);
        int written = 0;
        for (TapisFile file : listing.images()) {
            if (!known.containsKey(file.name())) {
                ledger.persist(fresh(project, file, names.get(file.name()), now));
                if (++written % FLUSH == 0) {
                    ledger.flush();
                    ledger.clear();
                }
            }
        }
    }

    /** An image whose name can't be used is written down as refused, so that it is named and not lost from sight. */
    private static Image fresh(long project, TapisFile file, String deliveredName, Instant now) {
        if (deliveredName != null) {
            return new Image(project, file, deliveredName, ImageNames.comparisonKey(deliveredName), now);
        }
        Image image = new Image(project, file, "", "\u0001" + file.name(), now);
        image.failed(ImageState.REFUSED, unusable(file.name()), 0);
        return image;
    }

    private static Failure unusable(String name) {
        try {
            ImageNames.checked(name);
            return new Failure(ErrorCode.UNUSABLE_NAME, "The file's name can't be used.");
        } catch (Failure failure) {
            return failure;
        }
    }
}
