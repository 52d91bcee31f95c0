/**
 * The HTTP side of the sandbox's WebODM: who is calling, what is accepted, in which words it is refused.
 *
 * <p>Decisions. Every path is declared once with the methods it allows; the answers to other methods, to OPTIONS and
 * to a missing trailing slash follow from that. Handlers throw a {@link io.skyferry.sandbox.webodm.world.Refusal} and
 * one place turns it into an answer.
 *
 * <p>Invariant: request bodies are read outside of {@link io.skyferry.sandbox.webodm.world.World#call}, so a slow
 * upload never holds up another request.
 */
package io.skyferry.sandbox.webodm.api;
