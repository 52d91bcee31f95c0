/**
 * What a user wants to happen by itself, above all after a sign-in. Everybody has preferences; who never said anything
 * has the presets.
 */
package io.skyferry.access.preference;
