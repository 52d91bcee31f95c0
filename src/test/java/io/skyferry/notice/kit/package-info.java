/** Notices over the real schema in memory, with a clock that is moved by hand. */
package io.skyferry.notice.kit;
