package io.skyferry.platform.audit;

import io.skyferry.platform.identity.Owner;
import java.util.Optional;

/**
 * Something that changed, or was refused. Holds no secret.
 *
 * @param who empty when nobody proved who he is
 * @param what a stable name, for a request its method and path template
 * @param subject which one, by its id
 * @param address from where; empty for work of the server itself
 * @param outcome {@code OK} or a code of the catalogue
 */
public record AuditEvent(Optional<Owner> who, String what, String subject, String address, String outcome) {}
