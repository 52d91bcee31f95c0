package io.skyferry.access.rest;

/** An answer that says only that it was done. */
public record Done(boolean success, String message) {}
