/**
 * What a person sees. Results go to standard output, everything else (progress, notes, failures) to standard error.
 * Decision: this package is the only way to either, and whatever passes is made harmless first, because names come
 * from storage systems where anybody may have put escape sequences into them.
 */
package io.skyferry.cli.terminal;
