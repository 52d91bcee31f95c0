/** What Liberty brings along and tests outside of it need as well. */
package io.skyferry.kit;
