/**
 * Starting jobs by name: the names that exist, the parameters that each takes, who may. Names of the integration that
 * Skyferry replaces are accepted for ours.
 */
package io.skyferry.schedule.start;
