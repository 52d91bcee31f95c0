/** Whether this server can work: asked by load balancers and operators. */
package io.skyferry.platform.health;
