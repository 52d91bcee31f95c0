/** Who is asking: owners, roles, the caller of a request. How he proved it is the business of {@code access}. */
package io.skyferry.platform.identity;
