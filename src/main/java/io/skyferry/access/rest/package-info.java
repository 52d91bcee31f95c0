/**
 * The feature's calls under {@code /api/oauth2/tapis} (names and fields as the users' scripts know them) and
 * {@code /api/skyferry}. Nothing is decided here.
 */
package io.skyferry.access.rest;
