/**
 * The integration tests: the real server with its real database, from outside, over REST and the command line.
 *
 * <p>They say what users were promised, not how it is built; nothing of the server's own code is called. Every class
 * runs on both databases, except those tagged {@code any-database}.
 */
package io.skyferry.functional;
