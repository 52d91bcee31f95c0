/**
 * Skyferry's command line: {@code skyferry} and {@code discover_tapis_flights}. A client of the REST API and nothing
 * more: it reads no database and starts no server, so it does the same from any machine.
 *
 * <p>Invariants: standard output holds results only, with {@code --json} exactly one document, of {@code watch} one on
 * each line; every command ends with
 * an exit status of {@link io.skyferry.cli.outcome.ExitCode}; names that come from elsewhere are printed escaped.
 */
package io.skyferry.cli;
