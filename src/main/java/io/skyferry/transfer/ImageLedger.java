package io.skyferry.transfer;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The rows of images. Each method is one short transaction of its own, never the batch chunk's: what is delivered stays
 * delivered when a chunk is rolled back, and no transaction is open while bytes move. Every write of a run checks the
 * run's claim in the same transaction.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ImageLedger implements ImageTallies {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Claims claims;

    @Inject
    private Clock clock;

    /** Images still to be brought, by id, after the given one; of the rows that fall to one of several partitions. */
    public List<Image> listListed(long project, int partition, int partitions, long afterId, int most) {
        return ledger.createQuery("""
                        select i from Image i where i.projectId = :project and i.state = :listed and i.id > :after
                          and mod(i.id, :partitions) = :partition order by i.id""", Image.class)
                .setParameter("project", project)
                .setParameter("listed", ImageState.LISTED)
                .setParameter("after", afterId)
                .setParameter("partitions", partitions)
                .setParameter("partition", partition)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * A project's images by name, after the given name.
     *
     * @param state empty for all
     * @param code empty for those with any error, and those with none
     */
    public List<Image> list(
            long project, Optional<ImageState> state, Optional<ErrorCode> code, String afterName, int most) {
        TypedQuery<Image> query = ledger.createQuery(
                        "select i from Image i where i.projectId = :project and i.name > :after"
                                + (state.isPresent() ? " and i.state = :state" : "")
                                + (code.isPresent() ? " and i.errorCode = :code" : "") + " order by i.name",
                        Image.class)
                .setParameter("project", project)
                .setParameter("after", afterName)
                .setMaxResults(most);
        state.ifPresent(one -> query.setParameter("state", one));
        code.ifPresent(one -> query.setParameter("code", one.name()));
        return query.getResultList();
    }

    /** All images of a project. */
    public List<Image> listAll(long project) {
        return ledger.createQuery("select i from Image i where i.projectId = :project", Image.class)
                .setParameter("project", project)
                .getResultList();
    }

    /** What became of one image. */
    record ImageChange(long image, BiConsumer<Image, Instant> change) {}

    /** @throws Failure CLAIM_LOST, and then nothing was changed */
    void change(long project, long fence, List<ImageChange> changes) {
        checkClaim(project, fence);
        Map<Long, Image> rows = ledger
                .createQuery("select i from Image i where i.id in :ids", Image.class)
                .setParameter("ids", changes.stream().map(ImageChange::image).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Image::id, row -> row));
        Instant now = clock.instant();
        changes.forEach(one -> one.change().accept(rows.get(one.image()), now));
    }

    private void checkClaim(long project, long fence) {
        if (!claims.isHeldBy(project, fence)) {
            throw new Failure(ErrorCode.CLAIM_LOST, "Another run works on this project by now.");
        }
    }

    /** How many bytes are still to be brought. */
    public long listedBytes(long project) {
        return ledger.createQuery(
                        "select coalesce(sum(i.size), 0) from Image i where i.projectId = :project and i.state = :listed",
                        Long.class)
                .setParameter("project", project)
                .setParameter("listed", ImageState.LISTED)
                .getSingleResult();
    }

    public ImageTally tally(long project) {
        return of(List.of(project)).getOrDefault(project, ImageTally.NONE);
    }

    @Override
    public Map<Long, ImageTally> of(Collection<Long> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        return ledger.createQuery("""
                        select i.projectId, i.state, count(i), sum(i.size) from Image i
                        where i.projectId in :projects group by i.projectId, i.state""", Object[].class)
                .setParameter("projects", projects)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.collectingAndThen(Collectors.toList(), ImageCounts::tally)));
    }
}
