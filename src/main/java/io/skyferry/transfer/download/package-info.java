/**
 * Fetching one image from Tapis into a file of our own, and proving that it is all there.
 *
 * <p>Facts: the Files service reads the token only from {@code X-Tapis-Token}. It streams a file without a length, and
 * an error after the first byte just ends the stream, so the listed size is the only measure of completeness. Its range
 * header is not HTTP's, so a broken download starts again from the first byte. Error bodies may be JSON, plain text or
 * HTML. A 401 whose body begins with {@code TAPIS_SECURITY_} is about our token, any other 401 about the storage
 * system's own credential on its host. A revoked token is a 500 with the text "Token is revoked."
 *
 * <p>Invariants: a file that is handed out has the listed size and is a whole JPEG; every other file is deleted before
 * the failure is thrown. The sum of the listed sizes of all files never exceeds the budget, except for a single file
 * that is larger than the budget by itself. Killed in between, only {@code .part} files are left, which the next start
 * removes.
 */
package io.skyferry.transfer.download;
