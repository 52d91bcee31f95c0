package io.skyferry.access.rest;

import java.util.List;

/**
 * How Skyferry acts in WebODM for the caller.
 *
 * @param linked whether a WebODM account is linked, used or not
 * @param username the linked account's; absent when none is linked
 * @param acting the way that is used: {@code signing-key}, {@code linked} or {@code service}
 * @param available the ways to choose from, the installation's preferred one first
 * @param actsAs as whom; absent while the account has to be linked first
 * @param check absent unless it was asked for
 */
public record WebOdmAccount(
        boolean success,
        boolean linked,
        String username,
        String acting,
        List<String> available,
        String actsAs,
        Check check) {

    /**
     * Whether WebODM would let us, now.
     *
     * @param code of the catalogue; absent when all is well
     */
    public record Check(boolean works, String code, String detail, String hint) {}
}
