package io.skyferry.platform.identity;

/**
 * CDI event: somebody signed in and his tokens are stored. Observers run within the sign-in's request and should only
 * start what takes longer; whatever they throw is logged and does not undo the sign-in.
 */
public record SignedIn(Owner owner) {}
