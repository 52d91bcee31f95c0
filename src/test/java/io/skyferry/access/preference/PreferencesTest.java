package io.skyferry.access.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.identity.Owner;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private final MovingClock clock = new MovingClock();
    private final TestLedger ledger = new TestLedger(PreferenceRow.class);
    private final PreferenceStore store =
            ledger.store(PreferenceStore.class, manager -> new LedgerPreferences(manager, clock));

    @AfterEach
    void close() {
        ledger.close();
    }

    private static PreferenceBody body(Integer most, Integer cooldown, List<String> systems) {
        return new PreferenceBody(null, most, cooldown, null, null, systems);
    }

    private static Preferences changed(PreferenceBody body) {
        return body.over(Preferences.PRESET);
    }

    @Test
    void whoNeverSaidAnythingHasThePresets() {
        Preferences preset = store.get(AccessKit.ADA);
        assertThat(preset).isEqualTo(new Preferences(true, 50, 24, true, true, List.of(), Optional.empty()));
        assertThat(preset.canRunDiscoveryAt(clock.instant())).isTrue();
    }

    @Test
    void keepsWhatWasSaidAndLeavesTheRest() {
        List<String> systems = List.of("ptdatax.project.A-1", "ptdatax.project.B-2");
        store.put(AccessKit.ADA, changed(body(7, 0, systems)));
        store.put(
                AccessKit.ADA, new PreferenceBody(false, null, null, null, false, null).over(store.get(AccessKit.ADA)));
        Preferences found = store.get(AccessKit.ADA);
        assertThat(found.autoDiscover()).isFalse();
        assertThat(found.maxProjects()).isEqualTo(7);
        assertThat(found.cooldownHours()).isZero();
        assertThat(found.notifyComplete()).isTrue();
        assertThat(found.notifyErrors()).isFalse();
        assertThat(found.preferredSystems()).isEqualTo(systems);
        assertThat(store.get(new Owner("grace", "sandbox"))).isEqualTo(Preferences.PRESET);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> changed(body(0, null, null))).hasMessageContaining("max_projects_per_discovery");
        assertThatThrownBy(() -> changed(body(null, -1, null))).hasMessageContaining("discovery_cooldown_hours");
        for (String system : Arrays.asList("other.system", "ptdatax.project.", "ptdatax.project.a b", "", null)) {
            assertThatThrownBy(() -> changed(body(null, null, Arrays.asList(system))))
                    .hasMessageContaining("preferred_systems");
        }
    }

    @Test
    void oneDiscoveryStartsInEachCoolDown() {
        assertThat(store.startDiscovery(AccessKit.ADA, clock.instant())).isTrue();
        assertThat(store.startDiscovery(AccessKit.ADA, clock.instant())).isFalse();
        assertThat(store.get(AccessKit.ADA).canRunDiscoveryAt(clock.instant())).isFalse();
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(store.startDiscovery(AccessKit.ADA, clock.instant())).isTrue();
        store.put(AccessKit.ADA, changed(body(null, 0, null)));
        assertThat(store.get(AccessKit.ADA).lastAutoDiscovery()).isPresent();
        assertThat(store.startDiscovery(AccessKit.ADA, clock.instant().plusSeconds(1)))
                .isTrue();
        store.put(AccessKit.ADA, new PreferenceBody(false, null, null, null, null, null).over(Preferences.PRESET));
        clock.advance(Duration.ofDays(2));
        assertThat(store.startDiscovery(AccessKit.ADA, clock.instant())).isFalse();
    }
}
