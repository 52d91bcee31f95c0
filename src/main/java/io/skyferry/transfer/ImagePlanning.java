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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares the source with the ledger and writes down what has to be brought. One transaction: after a crash the plan is
 * either written or not. Planning twice changes nothing.
 */
@ApplicationScoped
public class ImagePlanning {
    /** So many rows are in memory at a time, whatever the flight's size. */
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
        Map<String, Known> known = known(run.project());
        compareKnown(known, listing, run.options(), task, now);
        insertNew(run.project(), known, listing, now);
    }

    /** As much of an image as is needed to compare it; whole rows of a huge flight would fill the heap. */
    private record Known(
            long id, String deliveredName, long size, String lastModified, ImageState state, String taskId) {
        static Known of(Object[] row) {
            return new Known(
                    (Long) row[1], (String) row[2], (Long) row[3], (String) row[4], (ImageState) row[5], (String)
                            row[6]);
        }

        boolean needsBringing(TapisFile file, SyncOptions options, String task) {
            boolean changed = size != file.size() || !Objects.equals(lastModified, file.lastModified());
            return switch (state) {
                case LISTED -> changed;
                case DELIVERED -> changed || !task.equals(taskId);
                case FAILED -> changed || !options.processWithout();
                case GONE -> true;
                case REFUSED -> changed || options.retryRefused();
            };
        }
    }

    private Map<String, Known> known(long project) {
        Map<String, Known> known = new HashMap<>();
        ledger.createQuery("""
                        select i.name, i.id, i.deliveredName, i.size, i.lastModified, i.state, i.taskId
                        from Image i where i.projectId = :project""", Object[].class)
                .setParameter("project", project)
                .getResultStream()
                .forEach(row -> known.put((String) row[0], Known.of(row)));
        return known;
    }

    private void compareKnown(
            Map<String, Known> known, ImageListing listing, SyncOptions options, String task, Instant now) {
        Set<String> present = new HashSet<>();
        Map<Long, TapisFile> bring = new HashMap<>();
        for (TapisFile file : listing.images()) {
            present.add(file.name());
            Known image = known.get(file.name());
            if (image != null && image.needsBringing(file, options, task)) {
                bring.put(image.id(), file);
            }
        }
        List<Long> gone = known.entrySet().stream()
                .filter(entry ->
                        !present.contains(entry.getKey()) && entry.getValue().state() != ImageState.GONE)
                .map(entry -> entry.getValue().id())
                .toList();
        change(List.copyOf(bring.keySet()), image -> image.listed(bring.get(image.id()), now));
        change(gone, Image::gone);
    }

    private void change(List<Long> ids, Consumer<Image> change) {
        for (int from = 0; from < ids.size(); from += FLUSH) {
            ledger.createQuery("select i from Image i where i.id in :ids", Image.class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + FLUSH)))
                    .getResultList()
                    .forEach(change);
            ledger.flush();
            ledger.clear();
        }
    }

    private void insertNew(long project, Map<String, Known> known, ImageListing listing, Instant now) {
        Map<String, String> given = new HashMap<>();
        known.forEach((name, image) -> given.put(name, image.deliveredName()));
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
