package io.skyferry.notice.choice;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The links in mails that act without a sign-in. A token is the owner in Base64, a dot, and a MAC over purpose, owner
 * and address: it says nothing that whoever has the mail doesn't know, and is worth nothing for another address.
 * Thread-safe.
 */
public final class MailLinks {
    private final URI publicUrl;
    private final ChoiceStore choices;
    private final Clock clock;

    public MailLinks(URI publicUrl, ChoiceStore choices, Clock clock) {
        this.publicUrl = publicUrl;
        this.choices = choices;
        this.clock = clock;
    }

    public String page(String path) {
        return publicUrl + path;
    }

    /** Turns mail to this address off. */
    public String off(Owner owner, String address) {
        return page("/api/skyferry/notices/off?token=" + token(owner, "off", address));
    }

    /** Empty when the address is another one by now, or confirmed. */
    public Optional<String> confirm(Owner owner, String address) {
        Choice choice = choices.get(owner);
        return choice.confirmUntil()
                .filter(until -> choice.address().equals(Optional.of(address)))
                .map(until -> page("/api/skyferry/notices/confirm?token=" + token(owner, purpose(until), address)));
    }

    /** Whose mail the token turns off; empty when it is not ours, or his address is another one by now. */
    public Optional<Owner> findOff(String token) {
        return find(token, (owner, choice) -> Optional.of("off"));
    }

    /** Whose address the token confirms; empty when it is not ours, was used, or is too old. */
    public Optional<Owner> findConfirm(String token) {
        return find(
                token,
                (owner, choice) ->
                        choice.confirmUntil().filter(clock.instant()::isBefore).map(MailLinks::purpose));
    }

    private interface Purpose {
        Optional<String> of(Owner owner, Choice choice);
    }

    private Optional<Owner> find(String token, Purpose wanted) {
        return owner(token).filter(owner -> {
            Choice choice = choices.get(owner);
            Optional<String> purpose = wanted.of(owner, choice);
            return purpose.isPresent()
                    && choice.address().isPresent()
                    && same(token, token(owner, purpose.get(), choice.address().get()));
        });
    }

    private static String purpose(Instant until) {
        return "confirm " + until.getEpochSecond();
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Owner> owner(String token) {
        if (token == null || !token.matches("[A-Za-z0-9_-]{4,400}\\.[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return Optional.of(Owner.parse(new String(name, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String token(Owner owner, String purpose, String address) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        byte[] mac = choices.findLinkKey(owner)
                .map(key -> mac(key, String.join("\u0000", purpose, owner.toString(), address)))
                .orElseThrow(() -> new IllegalStateException("whoever has an address has a key for its links"));
        return base64.encodeToString(owner.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(mac);
    }

    private static byte[] mac(Secret key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.reveal()), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
