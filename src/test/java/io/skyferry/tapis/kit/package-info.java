/** What tests need to speak to a sandbox of Tapis through the gateway. */
package io.skyferry.tapis.kit;
