/**
 * What each user wants to be told, and where: his mail address and web hook.
 *
 * <p>A Tapis token carries no address, so the user gives one, and until he has shown by a link in a mail that it is
 * his, nothing else goes there. The links of mails work without a sign-in: their token is a MAC with the user's own
 * sealed key, for one purpose and one address. Looking at such a link never changes anything, as mail scanners look at
 * all of them.
 *
 * <p>The two wishes about discoveries are kept among the preferences, where old clients look for them.
 */
package io.skyferry.notice.choice;
