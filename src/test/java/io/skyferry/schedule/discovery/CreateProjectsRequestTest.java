package io.skyferry.schedule.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.flight.FlightName;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.schedule.discovery.CreateProjectsResource.FlightWish;
import io.skyferry.schedule.discovery.CreateProjectsResource.Request;
import io.skyferry.transfer.testkit.Failures;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateProjectsRequestTest {
    private static final String SYSTEM = "ptdatax.project.A";
    private static final FlightWish WISH = new FlightWish("F", SYSTEM, "F/code/images", 3);

    private static Request flights(FlightWish... wishes) {
        return new Request(null, null, null, Arrays.asList(wishes), null);
    }

    private static void assertRefused(Request request, String field) {
        Failure failure = Failures.of(request::checked);
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure.detail()).startsWith("'" + field + "' ");
    }

    @Test
    void takesFlightsOrDiscoveryAndNotBoth() {
        assertThat(flights(WISH).checked().flights()).containsExactly(WISH);
        assertThat(new Request(false, null, null, List.of(WISH), null).checked())
                .isNotNull();
        assertThat(new Request(true, null, null, List.of(), null).checked()).isNotNull();
        assertRefused(new Request(null, null, null, null, null), "flights");
        assertRefused(new Request(false, null, null, List.of(), null), "flights");
        assertRefused(new Request(true, null, null, List.of(WISH), null), "flights");
    }

    @Test
    void takesTheNameOfAClient() {
        Request named = new Request(true, List.of(SYSTEM), null, null, "skyferry-portals");
        assertThat(named.checked().client()).contains("skyferry-portals");
        assertThat(DiscoveryWish.of(named.wish().json())).isEqualTo(named.wish());
        assertThat(named.wish().variant())
                .isNotEqualTo(new Request(true, List.of(SYSTEM), null, null, null)
                        .wish()
                        .variant());
        assertThat(new Request(true, null, null, null, null).checked().client()).isEmpty();
        assertRefused(new Request(true, null, null, null, " "), "client_id");
        assertRefused(new Request(true, null, null, null, "x".repeat(81)), "client_id");
    }

    @Test
    void asksTapisWhatIsInAFlight() {
        assertThat(new FlightWish("F", SYSTEM, null, null).name()).isEqualTo(new FlightName(SYSTEM, "F"));
        assertThat(flights(new FlightWish("F", SYSTEM, null, -7)).checked()).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", ".", "..", "a/b", "../F", "a\0b"})
    void refusesWhatIsNoDirectory(String name) {
        assertRefused(flights(WISH, new FlightWish(name, SYSTEM, null, 3)), "flight_name");
    }

    @Test
    void refusesTooLongNamesAndTooManyFlights() {
        assertThat(flights(new FlightWish("x".repeat(255), SYSTEM, null, 3)).checked())
                .isNotNull();
        assertRefused(flights(new FlightWish("x".repeat(256), SYSTEM, null, 3)), "flight_name");
        assertRefused(new Request(null, null, null, Collections.nCopies(1001, WISH), null), "flights");
        assertRefused(flights((FlightWish) null), "flights");
    }

    @Test
    void refusesSystemsThatAreNotOurs() {
        assertRefused(flights(new FlightWish("F", null, null, 3)), "system_id");
        assertRefused(flights(new FlightWish("F", "other", null, 3)), "systems");
    }

    @ParameterizedTest
    @CsvSource({"''", "/etc", "F", "G/code/images", "F/code/images/", "/F/code/images"})
    void refusesAnyOtherPathThanTheFlightsOwn(String path) {
        assertRefused(flights(new FlightWish("F", SYSTEM, path, 3)), "images_path");
    }
}
