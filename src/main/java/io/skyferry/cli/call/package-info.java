/**
 * Commands of one shape, described by data: a request of the REST API whose path, query and body come from the
 * arguments, and how its answer is printed. Decision: a command gets a class of its own only when it does more than send
 * one request and print what came. Invariant: what a secret parameter holds is asked for or read from standard input,
 * never taken from the command line.
 */
package io.skyferry.cli.call;
