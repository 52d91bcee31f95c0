/**
 * Settings of an installation: typed, checked at start, secrets marked. A wrong setting stops the start with one line
 * that names it.
 */
package io.skyferry.platform.config;
