/** Holds the whole code against its own rules: who may use whom, how big, and how named. */
package io.skyferry.arch;
