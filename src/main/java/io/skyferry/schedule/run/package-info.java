/**
 * Runs of work in the background: started once, under a claim, recorded, continued after a crash.
 *
 * <p>A claim is a lease on a name of work, as for projects: renewed while the run lives, with a fence that grows. Whoever
 * asks for work that runs is led to the job that does it. A run that lost its claim goes on to its end, because all it
 * does may be done twice, but says nothing about how it ended.
 */
package io.skyferry.schedule.run;
