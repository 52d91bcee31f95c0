/** Every failure has a stable code from one catalogue; the same code is in log, answer, ledger row and page. */
package io.skyferry.platform.failure;
