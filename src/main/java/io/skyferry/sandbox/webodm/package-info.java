/**
 * A WebODM that speaks HTTP as WebODM 3.2.4 was seen to speak, with its traps: for tests, benchmarks and the demo.
 *
 * <p>Decisions. Answers are held against recordings of a real server. What the sandbox can't do honestly it doesn't
 * offer: the node processes nothing, the assets of a finished task say that they come from a sandbox. Two flavours of
 * server exist because clients see the difference: bare gunicorn starts working when a request's headers are in,
 * nginx when the whole body is.
 *
 * <p>Invariant: what was uploaded is on disk byte for byte, under the names that the real server would have chosen.
 */
package io.skyferry.sandbox.webodm;
