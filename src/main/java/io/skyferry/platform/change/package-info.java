/**
 * The feed of changes: what happened to whose project, for streams, mail and web hooks.
 *
 * <p>It is a table that is written in the transaction of the state it tells of (a transactional outbox), so it works
 * over all servers and a crash loses nothing. An id is a change's place in the feed and is given after the commit;
 * readers need no more than the last one that they have dealt with. Bodies are small and carry no secret.
 */
package io.skyferry.platform.change;
