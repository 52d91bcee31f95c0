package io.skyferry.access.rest;

/**
 * The WebODM account that the caller linked.
 *
 * @param username absent when none is linked
 */
public record LinkedAccountAnswer(boolean success, boolean linked, String username) {}
