package io.skyferry.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(new byte[32], new SecureRandom());

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(box.seal("Grüße", "row 1"), "row 1")).isEqualTo("Grüße");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(box.seal("text", "row")).isNotEqualTo(box.seal("text", "row"));
    }

    @Test
    void refusesAnotherRowAndAnotherKey() {
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        String sealed = box.seal("text", "row 1");
        assertThatThrownBy(() -> box.open(sealed, "row 2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox(otherKey, new SecureRandom()).open(sealed, "row 1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] sealed = Base64.getDecoder().decode(box.seal("text", "row"));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> box.open(Base64.getEncoder().encodeToString(changed), "row"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesWhatWasNeverSealed() {
        for (int length = 0; length < 28; length++) {
            String shortText = Base64.getEncoder().encodeToString(new byte[length]);
            assertThatThrownBy(() -> box.open(shortText, "row")).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> box.open("no base64!", "row")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesOnlyKeysOf32Bytes() {
        assertThatThrownBy(() -> new SecretBox(new byte[16], new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
