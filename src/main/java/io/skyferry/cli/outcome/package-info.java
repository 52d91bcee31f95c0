/**
 * How a command ends: one exit status per kind of outcome, the same for every command, and the failure that carries
 * it. Scripts rely on the numbers; they never change their meaning.
 */
package io.skyferry.cli.outcome;
