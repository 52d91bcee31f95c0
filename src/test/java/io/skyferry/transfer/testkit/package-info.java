/** What the tests of the byte-moving code share: a server that behaves as badly as a test wants, photos, a hand-turned clock. */
package io.skyferry.transfer.testkit;
