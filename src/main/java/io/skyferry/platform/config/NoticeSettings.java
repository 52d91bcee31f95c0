package io.skyferry.platform.config;

import java.net.URI;
import java.util.Optional;

/**
 * How people and programs are told what happened. Immutable.
 *
 * @param mail absent: no mail is sent
 * @param hook where everything that happens here is posted
 * @param loopbackHooks whether users' web hooks may be {@code http} to this machine; for tests
 */
public record NoticeSettings(Optional<Mail> mail, Optional<Hook> hook, boolean loopbackHooks) {

    /** How the connection to the mail server is protected. */
    public enum MailTls {
        /** Begins in clear and must become TLS before anything is said. */
        STARTTLS,
        TLS,
        NONE
    }

    /** @param digestMinutes how long notices are collected before one mail tells them all; users may say otherwise */
    public record Mail(
            String host,
            int port,
            MailTls tls,
            Optional<String> username,
            Optional<Secret> password,
            String from,
            int digestMinutes) {}

    /** @param secret with the prefix {@code whsec_} */
    public record Hook(URI url, Secret secret) {}

    /** The same shape for senders and for users' addresses: one bare address that needs no quotes. */
    public static boolean isMailAddress(String text) {
        return text.length() <= 254
                && text.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                        + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    }

    static NoticeSettings read(SettingSource source) {
        boolean loopback = source.flag("SKYFERRY_WEBHOOK_LOOPBACK");
        return new NoticeSettings(mail(source), hook(source, loopback), loopback);
    }

    private static Optional<Mail> mail(SettingSource source) {
        int port = source.number("SKYFERRY_MAIL_PORT", 587, 1, 65535);
        MailTls tls = source.text("SKYFERRY_MAIL_TLS")
                .map(value -> SettingSource.choice("SKYFERRY_MAIL_TLS", value, MailTls.class))
                .orElse(MailTls.STARTTLS);
        int minutes = source.number("SKYFERRY_MAIL_DIGEST_MINUTES", 5, 0, 1440);
        Optional<String> username = source.text("SKYFERRY_MAIL_USERNAME");
        Optional<Secret> password = source.text("SKYFERRY_MAIL_PASSWORD").map(Secret::new);
        if (username.isPresent() != password.isPresent()) {
            throw new InvalidSetting(
                    username.isPresent() ? "SKYFERRY_MAIL_PASSWORD" : "SKYFERRY_MAIL_USERNAME",
                    "is not set, but its counterpart is");
        }
        return source.text("SKYFERRY_MAIL_HOST")
                .map(host -> new Mail(host, port, tls, username, password, sender(source), minutes));
    }

    private static String sender(SettingSource source) {
        String from = source.requiredText("SKYFERRY_MAIL_FROM", "skyferry@example.org");
        if (!isMailAddress(from)) {
            throw new InvalidSetting("SKYFERRY_MAIL_FROM", "must be one bare mail address");
        }
        return from;
    }

    private static Optional<Hook> hook(SettingSource source, boolean loopback) {
        Optional<Secret> secret = source.text("SKYFERRY_WEBHOOK_SECRET").map(Secret::new);
        secret.map(Secret::reveal).ifPresent(text -> {
            if (!text.matches("whsec_[A-Za-z0-9+/]{32,128}={0,2}")) {
                throw new InvalidSetting("SKYFERRY_WEBHOOK_SECRET", "must be whsec_ and 24 or more bytes in Base64");
            }
        });
        Optional<URI> url = source.text("SKYFERRY_WEBHOOK_URL").map(text -> hookUrl(text, loopback));
        if (url.isPresent() && secret.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_WEBHOOK_SECRET", "is not set, but SKYFERRY_WEBHOOK_URL is");
        }
        return url.map(address -> new Hook(address, secret.orElseThrow()));
    }

    private static URI hookUrl(String text, boolean loopback) {
        String name = "SKYFERRY_WEBHOOK_URL";
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(name, "is not an address");
        }
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && loopback;
        if (!(secure || plain) || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new InvalidSetting(name, "must be an https address without a user part");
        }
        return url;
    }
}
