/**
 * What the pretended Tapis contains: users, clients, systems and their files, read from a directory.
 *
 * <p>Decisions: {@code world.json} holds what Tapis keeps in its databases, {@code systems/<id>/…} the files of each
 * system's root directory. Files are never read ahead: every listing asks the disk, so a test can change a tree while
 * the sandbox runs.
 */
package io.skyferry.sandbox.tapis.world;
