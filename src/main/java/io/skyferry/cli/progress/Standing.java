package io.skyferry.cli.progress;

import jakarta.json.JsonObject;

/**
 * How a job or project stands at one moment.
 *
 * @param label what people call it
 * @param phase the server's word for what it does now
 * @param ended whether waiting for it is over
 * @param good whether it ended as wanted; means nothing before
 * @param document the server's own record of it
 */
public record Standing(String label, String phase, Counts counts, boolean ended, boolean good, JsonObject document) {}
