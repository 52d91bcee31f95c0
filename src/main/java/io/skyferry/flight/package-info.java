/**
 * What a flight is, and finding flights on Tapis.
 *
 * <p>A flight is a directory at a project system's root that holds {@code code/images/} with at least one JPEG file.
 * Links are not followed, so that no flight is found twice. Scanning costs one listing of the root, then one listing for
 * each directory in it, and a further one for each further page; several run at one time, bounded by the host's limit.
 * One system or directory that fails is reported with a code and never stops the others.
 */
package io.skyferry.flight;
