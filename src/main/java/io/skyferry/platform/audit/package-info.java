/** The port to the audit trail, for whoever changes something. Writing it never fails the work that it records. */
package io.skyferry.platform.audit;
