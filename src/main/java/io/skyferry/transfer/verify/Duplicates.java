package io.skyferry.transfer.verify;

import io.skyferry.project.FlightProject;
import io.skyferry.transfer.ImageState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds delivered images with the same content: by SHA-256, whatever they are called. */
@ApplicationScoped
@Transactional
public class Duplicates {
    private static final String INSIDE = """
            from Image i where i.projectId = :project and i.state = :delivered
              and exists (select 1 from Image o where o.projectId = i.projectId and o.state = :delivered
                and o.sha256 = i.sha256 and o.id <> i.id)""";
    private static final String ELSEWHERE = """
            from Image i, Image o, FlightProject p
            where i.projectId = :project and i.state = :delivered and o.sha256 = i.sha256 and o.state = :delivered
              and o.projectId <> i.projectId and p.id = o.projectId and p.owner = :owner""";

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** @param names of images of one flight with the same content */
    public record Group(String sha256, List<String> names) {}

    /** An image of this flight, and one of another flight of the same owner with the same content. */
    public record Elsewhere(
            String sha256, String name, Long projectId, String flightName, String systemId, String otherName) {}

    /** How many images of the flight have a twin in it. */
    long countInside(FlightProject project) {
        return on(ledger.createQuery("select count(i) " + INSIDE, Long.class), project)
                .getSingleResult();
    }

    List<Group> listInside(FlightProject project, int most) {
        Map<String, List<String>> names = on(
                        ledger.createQuery(
                                "select i.sha256, i.name " + INSIDE + " order by i.sha256, i.name", Object[].class),
                        project)
                .setMaxResults(most)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        LinkedHashMap::new,
                        Collectors.mapping(row -> (String) row[1], Collectors.toList())));
        return names.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** How many images of the flight are in another flight of the owner, too. */
    long countElsewhere(FlightProject project) {
        return on(ledger.createQuery("select count(distinct i.id) " + ELSEWHERE, Long.class), project)
                .setParameter("owner", project.owner().toString())
                .getSingleResult();
    }

    List<Elsewhere> listElsewhere(FlightProject project, int most) {
        return on(
                        ledger.createQuery(
                                "select i.sha256, i.name, p.webOdmProjectId, p.flight.name, p.flight.systemId, o.name "
                                        + ELSEWHERE + " order by i.name, p.id",
                                Object[].class),
                        project)
                .setParameter("owner", project.owner().toString())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Elsewhere(
                        (String) row[0], (String) row[1], (Long) row[2], (String) row[3], (String) row[4], (String)
                                row[5]))
                .toList();
    }

    private static <T> TypedQuery<T> on(TypedQuery<T> query, FlightProject project) {
        return query.setParameter("project", project.id()).setParameter("delivered", ImageState.DELIVERED);
    }
}
