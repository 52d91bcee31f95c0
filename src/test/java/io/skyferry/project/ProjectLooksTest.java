package io.skyferry.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.flight.Flight;
import io.skyferry.flight.Flights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectLooksTest {
    private static final String SYSTEM = "ptdatax.project.PTDATAX-284";
    private static final Flight FLIGHT = Flights.of(SYSTEM, "Flight 1");

    @Test
    void looksAsUsersWerePromised() {
        assertThat(ProjectLooks.name("Flight 1", SYSTEM)).isEqualTo("Flight 1 (ptdatax.project.PTDATAX-284)");
        assertThat(ProjectLooks.tags(FLIGHT)).containsExactly("tapis", "flight", SYSTEM, "Flight 1");
        assertThat(ProjectLooks.taskName(FLIGHT)).isEqualTo("Flight Flight 1");
        assertThat(ProjectLooks.importUrl(FLIGHT)).isEqualTo("tapis://" + SYSTEM + "/Flight 1/code/images");
        assertThat(ProjectLooks.description(FLIGHT).lines())
                .containsExactly(
                        "Flight Flight 1 from Tapis system " + SYSTEM,
                        "Images path: Flight 1/code/images",
                        "Images: 3",
                        "Discovered at: 2026-05-01T10:00:00Z");
    }

    @Test
    void fillsTheNameToTheLastCharacterThatWebOdmTakes() {
        String system = " (" + SYSTEM + ")";
        String longest = "x".repeat(255 - system.length());

        assertThat(ProjectLooks.name(longest, SYSTEM))
                .isEqualTo(longest + system)
                .hasSize(255);
        assertThat(ProjectLooks.name(longest + "y", SYSTEM))
                .isEqualTo(longest.substring(1) + "…" + system)
                .hasSize(255);
        assertThat(ProjectLooks.taskName(Flights.of(SYSTEM, "x".repeat(255)))).hasSize(255);
    }

    @Test
    void cutsNoCharacterInTwo() {
        Flight drones = Flights.of(SYSTEM, "x" + "\uD83D\uDE81".repeat(254));

        String name = ProjectLooks.name(drones.name(), SYSTEM);

        assertThat(name.codePointCount(0, name.length())).isEqualTo(255);
        assertThat(name.codePoints()).noneMatch(ProjectLooksTest::isHalf);
        assertThat(ProjectLooks.taskName(drones).codePoints()).hasSize(255).noneMatch(ProjectLooksTest::isHalf);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @ParameterizedTest
    @CsvSource({
        "Flight 1, Flight_1",
        "'a  b\tc', a_b_c",
        "'a\u00a0b\u3000c', a_b_c",
        "'a,b:c#d@e', a_b_c_d_e",
        "Flug-ü.1_x, Flug-ü.1_x",
    })
    void givesWebOdmTagsThatItKeepsWhole(String name, String tag) {
        assertThat(ProjectLooks.webOdmTags(Flights.of(SYSTEM, name))).containsExactly("tapis", "flight", SYSTEM, tag);
    }

    @Test
    void givesWebOdmNoTagTwice() {
        assertThat(ProjectLooks.webOdmTags(Flights.of(SYSTEM, "flight"))).containsExactly("tapis", "flight", SYSTEM);
    }
}
