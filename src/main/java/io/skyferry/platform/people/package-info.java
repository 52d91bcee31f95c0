/**
 * What work that nobody waits for has to know about users: who may be worked for, and what he wants to happen by
 * itself. Ports; {@code access}, which keeps tokens and preferences, is behind them.
 */
package io.skyferry.platform.people;
