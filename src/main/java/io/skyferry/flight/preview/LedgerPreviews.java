package io.skyferry.flight.preview;

import io.skyferry.flight.Flight;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Previews in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerPreviews implements PreviewStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected LedgerPreviews() {}

    LedgerPreviews(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Flight getSeen(Owner owner, long flight) {
        return ledger.createQuery("""
                        select f from FlightSight s join Flight f on f.id = s.key.flightId
                        where s.key.owner = :owner and s.goneAt is null and f.id = :flight""", Flight.class)
                .setParameter("owner", owner.toString())
                .setParameter("flight", flight)
                .getResultStream()
                .findFirst()
                .orElseThrow(() ->
                        new Failure(ErrorCode.FLIGHT_NOT_FOUND, "Your last scan found no flight " + flight + "."));
    }

    @Override
    public Optional<PreviewRow> find(long flight) {
        return Optional.ofNullable(ledger.find(PreviewRow.class, flight));
    }

    @Override
    public boolean begin(Flight flight, boolean all) {
        PreviewRow row = ledger.find(PreviewRow.class, flight.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null && (row.isAlive(clock.instant()) || row.covers(flight.fingerprint(), all))) {
            return false;
        }
        PreviewRow begun = row == null ? new PreviewRow(flight.id()) : row;
        begun.begin(flight.fingerprint(), all, clock.instant());
        if (row == null) {
            ledger.persist(begun);
            ledger.flush();
        }
        return true;
    }

    @Override
    public Set<String> listKnown(long flight, Collection<TapisFile> listing) {
        Map<String, TapisFile> byName =
                listing.stream().collect(Collectors.toMap(TapisFile::name, Function.identity()));
        Set<String> known = new HashSet<>();
        for (PreviewImageRow row : rows(flight)) {
            TapisFile file = byName.get(row.name());
            if (file != null && row.isOf(file)) {
                known.add(row.name());
            } else {
                ledger.remove(row);
            }
        }
        return known;
    }

    @Override
    public void planned(long flight, int listed, int wanted, int known) {
        PreviewRow row = locked(flight);
        row.planned(listed, wanted, clock.instant());
        row.read(known, clock.instant());
    }

    @Override
    public void keep(long flight, TapisFile file, ImageFacts facts) {
        ledger.merge(new PreviewImageRow(flight, file, facts));
        locked(flight).read(1, clock.instant());
    }

    @Override
    public void end(long flight, Optional<Failure> failure) {
        locked(flight).end(failure, clock.instant());
    }

    @Override
    public List<Known> list(long flight) {
        return rows(flight).stream()
                .map(row -> new Known(row.name(), row.facts(), row.thumbnail().isPresent()))
                .toList();
    }

    @Override
    public Optional<byte[]> findThumbnail(long flight, String name) {
        return image(flight, name).flatMap(PreviewImageRow::thumbnail);
    }

    @Override
    public void keepThumbnail(long flight, String name, byte[] jpeg) {
        image(flight, name).ifPresent(row -> row.looksLike(jpeg));
    }

    private Optional<PreviewImageRow> image(long flight, String name) {
        return Optional.ofNullable(ledger.find(PreviewImageRow.class, new PreviewImageRow.Key(flight, name)));
    }

    private List<PreviewImageRow> rows(long flight) {
        return ledger.createQuery(
                        "select i from PreviewImageRow i where i.key.flightId = :flight order by i.key.name",
                        PreviewImageRow.class)
                .setParameter("flight", flight)
                .getResultList();
    }

    private PreviewRow locked(long flight) {
        return ledger.find(PreviewRow.class, flight, LockModeType.PESSIMISTIC_WRITE);
    }
}
