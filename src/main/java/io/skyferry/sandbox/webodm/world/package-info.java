/**
 * What the sandbox's WebODM knows: accounts, projects, tasks, uploaded files, the processing node and time.
 *
 * <p>Decisions. A task is its JSON: {@link io.skyferry.sandbox.webodm.world.TaskRow} keeps exactly the fields that
 * WebODM 3.2.4 serves, so that a write of a stale copy of the row (which the real server does when an upload outlives
 * a commit) is one assignment here too. Nothing runs in the background: whoever looks at the world first lets it catch
 * up with its clock, so a test with its own clock decides everything.
 *
 * <p>Invariants. All state is read and changed inside {@link io.skyferry.sandbox.webodm.world.World#call}. A file
 * becomes visible in a task's folder in one move, never half written.
 */
package io.skyferry.sandbox.webodm.world;
