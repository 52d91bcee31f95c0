package io.skyferry.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsPageTest {

    @ParameterizedTest
    @CsvSource({"1000, , true", "999, , false", "100, 100, true", "99, 100, false", "5, -1, false", "0, 0, false"})
    void knowsWhetherAFurtherPageMayFollow(int systems, Integer recordLimit, boolean full) {
        SystemsApi.Metadata metadata = recordLimit == null ? null : new SystemsApi.Metadata(recordLimit);
        TapisSystem system = new TapisSystem("ptdatax.project.A", "h", "LINUX", null, null);

        SystemsApi.Page page = new SystemsApi.Page(Collections.nCopies(systems, system), metadata);

        assertThat(page.isFull()).isEqualTo(full);
    }
}
