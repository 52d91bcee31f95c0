/**
 * What happens without anybody waiting for it: discovery, syncs of all projects, purging; at set times, after a sign-in
 * or on request.
 *
 * <p>Decisions: each kind of work is a Jakarta Batch job whose one parameter leads to a row of {@code background_run};
 * what was wished and what came of it stand there, as JSON. Persistent EJB timers say when a schedule's time has come,
 * the ledger decides who acts on it: a timer that fires twice, late or on two servers starts one run.
 *
 * <p>Invariants: of one kind of work for one owner at most one run exists at a time, over all servers; a run whose
 * server died is continued or ended by another, never left.
 */
package io.skyferry.schedule;
