package io.skyferry.access.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "%2f%2fevil.example",
                "/%2fevil.example",
                "/%2Fevil.example",
                "/%5cevil.example",
                "/x\r\nSet-Cookie: a=b",
                "/x%0d%0aSet-Cookie: a=b",
                "/x%0D",
                "/\tevil",
                "/ x",
                "evil",
                "@evil.example",
                "/\u202eevil",
                "/a%zz"
            })
    void leadsNowhereElse(String wanted) {
        assertThat(OwnPath.of(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/projects/12", "/flights?system=ptdatax.project.A-1&x=%C3%BC#top", "/a//b", "/@a"})
    void leadsToOurOwnPages(String wanted) {
        assertThat(OwnPath.of(wanted)).isEqualTo(wanted);
    }

    @Test
    void isNotEndless() {
        assertThat(OwnPath.of("/" + "a".repeat(1000))).isEqualTo("/");
    }
}
