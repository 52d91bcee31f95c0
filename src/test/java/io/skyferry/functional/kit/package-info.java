/**
 * What the integration tests stand on: the real server as its own process, and the sandbox inside the test's own
 * process, so that a test sees every request and every uploaded byte.
 *
 * <p>One server and one sandbox for all tests, because a start takes longer than most tests; each test takes a user and
 * a system of its own ({@link io.skyferry.functional.kit.Scene}), so that none sees another's work. Stored tokens live
 * for seconds in all tests: whatever works here, works over any number of renewals.
 */
package io.skyferry.functional.kit;
