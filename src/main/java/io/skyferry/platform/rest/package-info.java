/** What all REST resources share: the application path and how failures become answers. */
package io.skyferry.platform.rest;
