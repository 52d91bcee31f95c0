/**
 * The page in a real Chromium, against the real server: what people do with it, by what it shows them.
 *
 * <p>Elements are found as people find them, by role and name. No test waits for a time.
 */
package io.skyferry.browser;
