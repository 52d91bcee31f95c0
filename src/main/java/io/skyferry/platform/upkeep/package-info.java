/** Throwing away what is over. Each feature says by a {@code Purge} of its own what that is. */
package io.skyferry.platform.upkeep;
