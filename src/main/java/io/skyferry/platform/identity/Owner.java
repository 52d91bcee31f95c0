package io.skyferry.platform.identity;

/**
 * A Tapis user: {@code name@tenant}, as in the {@code sub} claim of his token.
 *
 * @param name the user's name in the tenant
 * @param tenant the Tapis tenant's id
 */
public record Owner(String name, String tenant) {

    public Owner {
        if (name == null || name.isBlank() || tenant == null || tenant.isBlank()) {
            throw new IllegalArgumentException("an owner has a name and a tenant");
        }
    }

    /** @throws IllegalArgumentException when the text is not {@code name@tenant} */
    public static Owner parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new IllegalArgumentException("not name@tenant: " + text);
        }
        return new Owner(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return name + "@" + tenant;
    }
}
