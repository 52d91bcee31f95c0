/**
 * Gateway to WebODM: projects, tasks, acting as a user. WebODM's JSON types never leave this package.
 *
 * <p>Rules it keeps: a task is created partial, filled, then committed; PATCH and PUT are never used, because they
 * start a partial task at once; JSON bodies; no cookies; trailing slashes; input is checked before it is sent, because
 * a refused task leaves an orphan row behind.
 */
package io.skyferry.webodm;
