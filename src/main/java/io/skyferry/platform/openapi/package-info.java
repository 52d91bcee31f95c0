/**
 * Completes the OpenAPI document that the server makes of the resources: names, errors, what is always there and what
 * may be null. Everything that follows from a rule of this application is added here, so that resources only say what
 * is theirs: a summary, an operation id, parameters.
 */
package io.skyferry.platform.openapi;
