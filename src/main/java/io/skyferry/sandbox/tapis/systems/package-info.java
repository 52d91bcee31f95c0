/**
 * The pretended Systems service.
 *
 * <p>Facts behind it: without {@code listType} only systems owned by the caller are listed; nothing is sorted unless
 * asked for; {@code search} knows only AND, and values may contain dots; an unknown attribute or list type ends in
 * status 500, bad syntax in status 400 with bare text.
 */
package io.skyferry.sandbox.tapis.systems;
