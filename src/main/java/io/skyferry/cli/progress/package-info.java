/**
 * How work at the server is shown while it runs: images, bytes, rates, time left. Decision: rates are measured here
 * from what the server counts, because only a delivered image counts there and a client may join late; the average is
 * therefore the average since this client watches.
 */
package io.skyferry.cli.progress;
