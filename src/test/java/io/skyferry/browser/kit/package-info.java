/** A Chromium for the tests, and people who sit at it. */
package io.skyferry.browser.kit;
