package io.skyferry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageHeadersTest {

    @Test
    void lets_images_come_from_nowhere_else() {
        assertThat(PageHeaders.policy(Optional.empty())).contains("img-src 'self' data: blob:;");
    }

    @Test
    void lets_them_come_from_the_host_of_the_map_tiles_and_no_other() {
        String policy = PageHeaders.policy(Optional.of("https://tiles.example.org:8443/{z}/{x}/{y}.png?key=k"));

        assertThat(policy)
                .contains("img-src 'self' data: blob: https://tiles.example.org:8443;")
                .doesNotContain("{z}", "key");
    }
}
