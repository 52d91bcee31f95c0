package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URISyntaxException;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderscorePathsTest {

    /** Says where a request arrived. */
    @Path("/api/{rest:.*}")
    public static class Everything {
        @GET
        public String where(@Context UriInfo address) {
            return address.getRequestUri().getRawPath()
                    + (address.getRequestUri().getRawQuery() == null
                            ? ""
                            : "?" + address.getRequestUri().getRawQuery());
        }
    }

    private static String arrives(String address) throws URISyntaxException {
        Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
        dispatcher.getProviderFactory().registerProviderInstance(new UnderscorePaths());
        dispatcher.getRegistry().addSingletonResource(new Everything());
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(MockHttpRequest.get(address), response);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getOutput() == null
                ? ""
                : new String(response.getOutput(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tapis-storage/discover_flights, /api/tapis-storage/discover-flights",
        "/api/tapis-storage/discover_flights/, /api/tapis-storage/discover-flights/",
        "/api/tapis_storage/sync_project_images/, /api/tapis-storage/sync-project-images/",
        "/api/tapis_preferences/, /api/tapis-preferences/",
        "/api/tapis_discovery/trigger/, /api/tapis-discovery/trigger/",
        "/api/tapis-storage/flight_projects/?a_b=c_d, /api/tapis-storage/flight-projects/?a_b=c_d",
    })
    void acceptsTheUnderscoresThatUsersWerePromised(String asked, String arrived) throws Exception {
        assertThat(arrives(asked)).isEqualTo(arrived);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tapis-storage/discover-flights/",
        "/api/oauth2/tapis/authorize/my_client/",
        "/api/skyferry/projects/7/images?after=IMG_0001.JPG",
        "/api/tapis-storage/a_b/c_d/",
    })
    void leavesOtherAddressesAlone(String asked) throws Exception {
        assertThat(arrives(asked)).isEqualTo(asked);
    }

    @Test
    void keepsNamesInAQueryAsTheyAre() throws Exception {
        assertThat(arrives("/api/tapis_storage/systems?name=a%20b%2Fc_d"))
                .isEqualTo("/api/tapis-storage/systems?name=a%20b%2Fc_d");
    }
}
