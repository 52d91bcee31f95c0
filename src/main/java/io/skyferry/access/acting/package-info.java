/**
 * How users want Skyferry to act in WebODM for them, among the ways that the installation offers. A choice that is not
 * offered any more is kept and does not count.
 */
package io.skyferry.access.acting;
