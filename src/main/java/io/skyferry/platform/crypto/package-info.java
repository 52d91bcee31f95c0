/** Keys in files and sealed texts. Only the JDK's own algorithms; nothing here knows what it protects. */
package io.skyferry.platform.crypto;
