/**
 * The pretended Files service: listings and downloads.
 *
 * <p>Facts behind it: a listing has at most 1000 rows and no total; {@code limit} and {@code offset} of a recursive
 * listing count per directory; a download names no length beyond 8 KiB; its {@code range} header is
 * {@code <offset>,<count>} and not HTTP's; the order of refusals is system, permission, host.
 *
 * <p>Decision: directories are read anew for each page, as over SFTP; only the rows of the page are looked at more
 * closely, so that a directory of many thousand files stays cheap.
 */
package io.skyferry.sandbox.tapis.files;
