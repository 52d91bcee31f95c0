package io.skyferry.notice.choice;

import io.skyferry.access.preference.PreferenceStore;
import io.skyferry.access.preference.Preferences;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.identity.Owner;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user wants to be told by mail, wherever he said so. Thread-safe. */
public final class Wishes {
    private final ChoiceStore choices;
    private final PreferenceStore preferences;

    public Wishes(ChoiceStore choices, PreferenceStore preferences) {
        this.choices = choices;
        this.preferences = preferences;
    }

    public Choice choice(Owner owner) {
        return choices.get(owner);
    }

    public Set<Occasion> occasions(Owner owner) {
        Set<Occasion> wanted = EnumSet.noneOf(Occasion.class);
        wanted.addAll(choices.get(owner).occasions());
        Preferences kept = preferences.get(owner);
        if (kept.notifyComplete()) {
            wanted.add(Occasion.DISCOVERY_COMPLETE);
        }
        if (kept.notifyErrors()) {
            wanted.add(Occasion.DISCOVERY_ERRORS);
        }
        return wanted;
    }

    /** Absent wishes stay as they are. */
    public void change(
            Owner owner, Optional<Set<Occasion>> occasions, Optional<Boolean> mail, Optional<Integer> digestMinutes) {
        occasions.ifPresent(wanted -> tellOfDiscoveries(owner, wanted));
        choices.change(owner, choice -> {
            Choice about = occasions.map(Wishes::ownOnes).map(choice::about).orElse(choice);
            Choice sent = mail.map(about::withMail).orElse(about);
            return digestMinutes.map(sent::collecting).orElse(sent);
        });
    }

    private static Set<Occasion> ownOnes(Set<Occasion> wanted) {
        Set<Occasion> own = EnumSet.noneOf(Occasion.class);
        own.addAll(wanted);
        own.removeAll(Choice.BY_PREFERENCES);
        return own;
    }

    private void tellOfDiscoveries(Owner owner, Set<Occasion> wanted) {
        Preferences before = preferences.get(owner);
        Preferences after = new Preferences(
                before.autoDiscover(),
                before.maxProjects(),
                before.cooldownHours(),
                wanted.contains(Occasion.DISCOVERY_COMPLETE),
                wanted.contains(Occasion.DISCOVERY_ERRORS),
                before.preferredSystems(),
                before.lastAutoDiscovery());
        if (!after.equals(before)) {
            preferences.put(owner, after);
        }
    }
}
