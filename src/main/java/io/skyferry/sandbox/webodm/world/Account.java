package io.skyferry.sandbox.webodm.world;

/**
 * A WebODM user.
 *
 * @param active false: neither password nor token lets him in
 * @param inDefaultGroup false: he may look, but not create projects
 */
public record Account(
        int id, String username, String password, boolean superuser, boolean active, boolean inDefaultGroup) {

    /** An ordinary active user in the group {@code Default}. */
    public static Account user(int id, String username, String password) {
        return new Account(id, username, password, false, true, true);
    }

    /** A user who may do everything in everybody's projects. */
    public static Account superuser(int id, String username, String password) {
        return new Account(id, username, password, true, true, true);
    }

    public Account deactivated() {
        return new Account(id, username, password, superuser, false, inDefaultGroup);
    }

    public Account outsideDefaultGroup() {
        return new Account(id, username, password, superuser, active, false);
    }

    public String email() {
        return username + "@example.org";
    }

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
