package io.skyferry.project;

import io.skyferry.flight.Flight;
import io.skyferry.platform.identity.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hidden tag by which a project is recognised in WebODM: a leading dot hides it from WebODM's page. */
final class ProjectMarker {
    private static final int HEX_BYTES = 16;

    private ProjectMarker() {}

    /** {@code .skyferry-} and 32 hexadecimal digits that depend on owner, tenant, system and flight. */
    static String of(Owner owner, Flight flight) {
        String key = owner + "\0" + flight.tenant() + "\0" + flight.systemId() + "\0" + flight.name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ".skyferry-" + HexFormat.of().formatHex(digest, 0, HEX_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
