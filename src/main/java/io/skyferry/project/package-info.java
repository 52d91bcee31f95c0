/**
 * One WebODM project with one task for each owner and flight.
 *
 * <p>Never a second one: a unique key stands in the ledger, a claim lets one thread of all servers work on a project at
 * a time, and a hidden tag recognises at WebODM what an interrupted run already made there. A claim is a lease with a
 * number that grows with each holder; whoever lost it writes nothing more.
 */
package io.skyferry.project;
