/**
 * Discovery: looking for flights and making their projects, while the caller waits or as the job
 * {@code discover-flights}. Both do the same by the same services; only who holds the token differs, because what
 * outlives a request needs a stored one.
 */
package io.skyferry.schedule.discovery;
