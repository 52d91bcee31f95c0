package io.skyferry.platform.config;

/** How Skyferry acts in WebODM for a user. */
public enum WebOdmAuth {
    /** With WebODM's own secret key: mints a short token for the user, so the project is really his. */
    SIGNING_KEY,
    /** With the name and password that the user linked once. */
    LINKED,
    /** With a service account that shares each project with its user. */
    SERVICE
}
