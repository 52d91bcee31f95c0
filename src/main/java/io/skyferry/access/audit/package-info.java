/**
 * The audit trail: who changed what, when, from where, with which outcome.
 *
 * <p>Decisions: one filter at the REST door records every request that may change something, by its path template, so
 * that no feature can forget to; what nobody proved to have done is recorded at most once a minute for each
 * address, as anybody may send millions. Administrators read it in order of its ids.
 */
package io.skyferry.access.audit;
