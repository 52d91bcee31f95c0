package io.skyferry.sandbox.webodm.world;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One project. Not thread-safe: used inside {@link World#call} only. */
public final class ProjectRow {
    private final int id;
    private final Instant createdAt;
    private final Map<String, Set<Permission>> shares = new TreeMap<>();
    private String owner;
    private String name = "";
    private String description = "";
    private List<String> tags = List.of();
    private UUID publicId;
    private boolean publicEdit;
    private boolean deleting;

    ProjectRow(int id, Instant createdAt, String owner) {
        this.id = id;
        this.createdAt = createdAt;
        giveTo(owner);
    }

    public int id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public List<String> tags() {
        return tags;
    }

    /** Null unless the project is public. */
    public UUID publicId() {
        return publicId;
    }

    public boolean publicEdit() {
        return publicEdit;
    }

    public boolean deleting() {
        return deleting;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void describe(String text) {
        description = text;
    }

    public void tag(List<String> newTags) {
        tags = List.copyOf(newTags);
    }

    public void publish(UUID newPublicId) {
        publicId = newPublicId;
    }

    public void publishForEditing(boolean allowed) {
        publicEdit = allowed;
    }

    void markDeleting() {
        deleting = true;
    }

    /** The former owner keeps every permission, as on the real server. */
    public void giveTo(String newOwner) {
        owner = newOwner;
        shares.put(newOwner, EnumSet.allOf(Permission.class));
    }

    /** Replaces everybody's permissions but the owner's. */
    public void shareOnlyWith(Map<String, Set<Permission>> permissions) {
        shares.keySet().removeIf(user -> !user.equals(owner));
        permissions.forEach((user, granted) -> {
            if (!user.equals(owner) && !granted.isEmpty()) {
                shares.put(user, EnumSet.copyOf(granted));
            }
        });
    }

    public void forget(String username) {
        shares.remove(username);
    }

    /** Who may do what, the owner included, by user name. */
    public Map<String, Set<Permission>> shares() {
        return shares;
    }

    public Set<Permission> permissionsOf(Account account) {
        if (ownedBy(account)) {
            return EnumSet.allOf(Permission.class);
        }
        return shares.getOrDefault(account.username(), EnumSet.noneOf(Permission.class));
    }

    /** True for a superuser too: that is what the field {@code owned} says. */
    public boolean ownedBy(Account account) {
        return account.superuser() || owner.equals(account.username());
    }
}
