/**
 * Speaking to Tapis for somebody: which token, and renewing it in time. Plain Java but for the bean at the door.
 *
 * <p>One renewal at a time per token and server; across servers the row's version decides, and whoever lost uses what
 * the other got. Tapis is asked outside of any transaction. A token that is still valid is used while its renewal fails.
 */
package io.skyferry.access.session;
