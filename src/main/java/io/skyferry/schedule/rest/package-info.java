/** The feature's calls: starting jobs, the trigger of discovery, the schedules. Nothing is decided here. */
package io.skyferry.schedule.rest;
