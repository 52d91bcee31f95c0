/** What the tests of access share: a Tapis that speaks HTTP, a mint for good and bad tokens, a store in memory. */
package io.skyferry.access.kit;
