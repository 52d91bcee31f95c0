package io.skyferry.tapis;

/**
 * A storage system as Tapis describes it.
 *
 * @param systemType LINUX, S3, IRODS or GLOBUS
 * @param created ISO-8601, as Tapis wrote it
 */
public record TapisSystem(String id, String host, String systemType, String description, String created) {

    /** A row without an id is no system of ours; it must not stop the others. */
    public TapisSystem {
        id = id == null ? "" : id;
    }
}
