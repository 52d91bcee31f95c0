package io.skyferry.tapis;

/**
 * One entry of a directory listing.
 *
 * @param name its last path element
 * @param type file, dir, symbolic_link, other or unknown
 * @param size bytes (the specification's "kB" is wrong); of a link, that of the link
 * @param lastModified ISO-8601 as Tapis wrote it, whole seconds; null where the storage has none
 */
public record TapisFile(String name, String type, long size, String lastModified) {

    /** A row without a name is nothing that can be asked for; it must not stop the others. */
    public TapisFile {
        name = name == null ? "" : name;
    }

    public boolean isFile() {
        return "file".equals(type);
    }

    public boolean isDirectory() {
        return "dir".equals(type);
    }
}
