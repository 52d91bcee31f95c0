package io.skyferry.transfer.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DJI_0018.JPG",
                "a b.jpg",
                "R & D.jpg",
                "50%2f.jpg",
                "Müller.jpg",
                "写真.jpeg",
                "-.jpg",
                "a'b;c.jpg"
            })
    void leavesGoodNamesAlone(String name) {
        assertThat(ImageNames.deliveredName(name, key -> false)).isEqualTo(name);
    }

    static List<String> unusable() {
        return List.of(
                "",
                ".",
                "..",
                "../x.jpg",
                "/etc/x.jpg",
                "..\\x.jpg",
                "a/b.jpg",
                "a\0.jpg",
                "x".repeat(252) + ".jpg",
                "é".repeat(126) + ".jpg",
                "\ud800.jpg");
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatIsNoFileName(String name) {
        assertThatThrownBy(() -> ImageNames.deliveredName(name, key -> false))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.UNUSABLE_NAME);
                    assertThat(failure.detail()).hasSizeLessThan(150).doesNotContain("\0");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a&amp;b.jpg",
                "a&copy2.jpg",
                "a&#65;.jpg",
                "a\tb.jpg",
                "a\nb.jpg",
                "a\"b.jpg",
                "gpj.\u202ea.jpg",
                "a\u00a0b.jpg"
            })
    void replacesWhatWebOdmWouldChange(String name) {
        String delivered = ImageNames.deliveredName(name, key -> false);

        assertThat(delivered).matches("[a-z0-9_;#.]+-[0-9a-f]{8}\\.jpg");
    }

    @Test
    void composesLettersThatTheSourceTookApart() {
        assertThat(ImageNames.deliveredName("e\u0301te\u0301.jpg", key -> false))
                .isEqualTo("\u00e9t\u00e9.jpg");
    }

    @Test
    void keepsDifferentSourcesApartThatCleanToTheSame() {
        assertThat(ImageNames.deliveredName("a\"b.jpg", key -> false))
                .isNotEqualTo(ImageNames.deliveredName("a\tb.jpg", key -> false));
    }

    @Test
    void givesOnlyTheNewcomerASuffix() {
        Map<String, String> first = ImageNames.assign(List.of("a.jpg"), Map.of());
        Map<String, String> second = ImageNames.assign(List.of("A.JPG", "a.jpg"), first);

        assertThat(first).isEqualTo(Map.of("a.jpg", "a.jpg"));
        assertThat(second).containsOnlyKeys("A.JPG");
        assertThat(second.get("A.JPG")).matches("A-[0-9a-f]{8}\\.JPG");
    }

    @Test
    void yieldsToASourceThatLooksLikeASuffixedName() {
        String suffixed = ImageNames.deliveredName("A.jpg", "a.jpg"::equals);
        String taken = ImageNames.comparisonKey(suffixed);

        String longer = ImageNames.deliveredName("A.jpg", key -> key.equals("a.jpg") || key.equals(taken));

        assertThat(longer).matches("A-[0-9a-f]{16}\\.jpg");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isUniqueWholeAndIndependentOfTheListingOrder(long seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            names.add(randomName(random));
        }
        Map<String, String> assigned = ImageNames.assign(names, Map.of());
        Collections.shuffle(names, random);

        assertThat(ImageNames.assign(names, Map.of())).isEqualTo(assigned);
        assertThat(assigned.keySet()).isEqualTo(new TreeSet<>(names));
        assertThat(assigned.values().stream().map(ImageNames::comparisonKey)).doesNotHaveDuplicates();
        assertThat(assigned.values())
                .allSatisfy(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 255));
        assertThat(assigned.values()).allSatisfy(ImageNames::checked);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void neverChangesANameOnceGiven(long seed) {
        Random random = new Random(seed);
        Map<String, String> given = new HashMap<>();
        for (int listing = 0; listing < 40; listing++) {
            List<String> names = new ArrayList<>(given.keySet());
            for (int i = 0; i < 10; i++) {
                names.add(randomName(random));
            }
            Map<String, String> added = ImageNames.assign(names, given);
            assertThat(added.keySet()).noneMatch(given::containsKey);
            given.putAll(added);
            assertThat(given.values().stream().map(ImageNames::comparisonKey)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRASSE.JPG|straße.jpg", "E\u0301.jpg|\u00e9.JPG", "ΑΣ.jpg|ας.jpg", "K.jpg|\u212a.jpg"})
    void recognisesNamesThatDifferOnlyInCaseOrUnicodeForm(String pair) {
        String[] names = pair.split("\\|");

        assertThat(ImageNames.comparisonKey(names[0])).isEqualTo(ImageNames.comparisonKey(names[1]));
    }

    private static String randomName(Random random) {
        String[] letters = {
            "a", "A", "b", "\u00e9", "e\u0301", "E\u0301", "&amp;", "\"", "\t", "ß", "SS", "ss", " ", "\ud83d\ude00"
        };
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            name.append(letters[random.nextInt(letters.length)]);
        }
        if (random.nextInt(10) == 0) {
            name.append("x".repeat(251 - name.toString().getBytes(StandardCharsets.UTF_8).length));
        }
        return name + (random.nextBoolean() ? ".jpg" : ".JPG");
    }
}
