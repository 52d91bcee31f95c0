package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.tapis.TapisFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightRuleTest {

    private static TapisFile file(String name, String type) {
        return new TapisFile(name, type, 1, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.JPG", "a.jpeg", "a.JpEg", ".jpg", "a.png.jpg", "two words.jpg", "a\nb.jpg"})
    void countsJpegsInAnyLetterCase(String name) {
        assertThat(FlightRule.isImage(file(name, "file"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg.txt", "a.jpgx", "jpg", "a.jpeeg", "a.jp", "a.tif", "a.jpg ", ""})
    void countsNothingElse(String name) {
        assertThat(FlightRule.isImage(file(name, "file"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir", "symbolic_link", "other", "unknown"})
    void countsRegularFilesOnly(String type) {
        assertThat(FlightRule.isImage(file("a.jpg", type))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ptdatax.project.PTDATAX-284", "ptdatax.project.a", "ptdatax.project.a.b"})
    void knowsProjectSystems(String id) {
        assertThat(FlightRule.isProjectSystem(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ptdatax.project.",
                "ptdatax.project",
                "ptdataxXproject.a",
                "xptdatax.project.a",
                "PTDATAX.project.a"
            })
    void knowsOtherSystems(String id) {
        assertThat(FlightRule.isProjectSystem(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "/", "a\0b"})
    void takesNoNameThatLeadsElsewhere(String name) {
        assertThat(FlightRule.isDirectoryName(name)).isFalse();
    }

    @Test
    void takesAnyOtherName() {
        assertThat(FlightRule.isDirectoryName("..Flight #1 (ü) %2F")).isTrue();
        assertThat(FlightRule.imagesPath("Flight 1")).isEqualTo("Flight 1/code/images");
    }
}
