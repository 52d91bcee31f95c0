package io.skyferry.project;

import io.skyferry.webodm.WebOdmTask;
import io.skyferry.webodm.WebOdmUser;

/**
 * Where a project's images go in WebODM, and as whom.
 *
 * @param fresh whether the task was made just now: nothing of earlier deliveries is in it
 */
public record WebOdmPlace(WebOdmUser user, long projectId, WebOdmTask task, boolean fresh) {}
