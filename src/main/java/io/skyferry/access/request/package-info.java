/**
 * Finding out who sent a request. A request without any proof goes on without identity and meets its answer at the
 * resource; a request with a wrong proof is answered here and has no effect.
 */
package io.skyferry.access.request;
