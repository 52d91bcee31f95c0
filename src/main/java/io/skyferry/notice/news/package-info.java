/**
 * What may be worth telling, without any word on how. The feed of changes says far more than a person wants to hear;
 * here it is decided what of it is news.
 *
 * <p>Names of flights and systems are whatever somebody called a directory: news hold them as they are, and whoever
 * writes them out cleans them for his medium.
 */
package io.skyferry.notice.news;
