package io.skyferry.access.vault;

/**
 * One kind of sealed rows. A feature that keeps secrets of its own produces one for each, so that a new key reaches
 * them too.
 *
 * @param idField the field that names a row
 */
public record SealedKind(Class<? extends SealedRow> type, String idField) {}
