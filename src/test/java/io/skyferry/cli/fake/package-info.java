/** A Skyferry server made of prepared answers, speaking real HTTP, and a way to run commands against it in-process. */
package io.skyferry.cli.fake;
