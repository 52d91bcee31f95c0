/**
 * A Tapis and a WebODM to try Skyferry with, without accounts anywhere: real HTTP, real images, nothing else.
 *
 * <p>Decisions: it lives with the main sources, so that tests, benchmarks and the demo share it, but it is kept out of
 * the WAR; it listens on the loopback address only; its passwords and keys are public and worthless.
 */
package io.skyferry.sandbox;
