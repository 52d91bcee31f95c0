/** What every feature stands on: configuration, failures, identity, crypto, database, batch. Depends on no feature. */
package io.skyferry.platform;
