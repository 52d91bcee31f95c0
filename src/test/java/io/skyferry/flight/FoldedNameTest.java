package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {
    @ParameterizedTest
    @CsvSource({
        "Mission_01, mission_01",
        "ÄÖÜ, äöü",
        "ΟΔΟΣ, οδοσ",
        "İZMİR, izmir",
        "\uD801\uDC00, \uD801\uDC28",
        "'', ''",
    })
    void foldsCharacterByCharacter(String name, String folded) {
        assertThat(FoldedName.of(name)).isEqualTo(folded).hasSameSizeAs(name);
    }

    @Test
    void aPartFoldsAsInsideTheWhole() {
        assertThat(FoldedName.of("ΟΔΟΣ_ΑΘΗΝΑ")).contains(FoldedName.of("ΟΔΟΣ"));
    }

    @Test
    void findsAPartAnywhereAndTakesNoWildcardOfTheAskers() {
        assertThat(FoldedName.containing("Field_1%!")).isEqualTo("%field!_1!%!!%");
    }
}
