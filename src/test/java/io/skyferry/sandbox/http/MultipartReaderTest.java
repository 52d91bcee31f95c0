package io.skyferry.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String TYPE = "multipart/form-data; boundary=\"--xyz\"";

    @TempDir
    Path directory;

    @Test
    void readsFieldsAndFilesInOrder() throws IOException {
        MultipartReader reader = reader(
                "preamble\r\n----xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none"
                        + "\r\n----xyz\r\ncontent-type: image/jpeg\r\n"
                        + "content-disposition: form-data; name=f; filename=\"q\\\"x.jpg\"\r\n\r\n\r\n--\r\n----xyz--\r\nepilogue");

        Part field = reader.next().orElseThrow();
        assertThat(field.name()).isEqualTo("a");
        assertThat(field.fileName()).isEmpty();
        assertThat(field.text()).isEqualTo("one");
        Part file = reader.next().orElseThrow();
        assertThat(file.fileName()).hasValue("q\"x.jpg");
        assertThat(file.contentType()).hasValue("image/jpeg");
        assertThat(file.text()).isEqualTo("\r\n--");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void skipsWhatNobodyRead() throws IOException {
        MultipartReader reader =
                reader(part("filename=a", "x".repeat(200_000)) + part("filename=b", "y") + "----xyz--");

        reader.next().orElseThrow();

        assertThat(reader.next().orElseThrow().fileName()).hasValue("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"ü ñ.jpg\"|ü ñ.jpg",
                "filename=\"plain.jpg\"; filename*=UTF-8''%C3%BC%20b.jpg|ü b.jpg",
                "filename*=utf-8'en'%E2%82%AC|€",
                "filename=\"semi;colon=1.jpg\"|semi;colon=1.jpg"
            })
    void understandsFileNames(String parameter, String name) throws IOException {
        assertThat(reader(part(parameter, "") + "----xyz--")
                        .next()
                        .orElseThrow()
                        .fileName())
                .hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_520, 65_530, 65_536, 131_072, 300_001})
    void streamsAnyBytesWholeInAnySlices(int size) throws IOException {
        byte[] content = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            content[i] = (byte) "\r\n-xyz".charAt(random.nextInt(6));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("----xyz\r\nContent-Disposition: form-data; name=f\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n----xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        MultipartReader reader = MultipartReader.of(TYPE, new Trickling(body.toByteArray(), random));

        assertThat(Arrays.equals(reader.next().orElseThrow().content().readAllBytes(), content))
                .isTrue();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void dropsThePartOfACutBody() throws IOException {
        Part part = reader(part("filename=a", "x".repeat(100_000))).next().orElseThrow();
        Path file = directory.resolve("a");

        assertThatThrownBy(() -> part.saveTo(file)).isInstanceOf(EOFException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesWhatIsNotAForm() {
        InputStream nothing = InputStream.nullInputStream();

        assertThatThrownBy(() -> MultipartReader.of("multipart/form-data", nothing))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MultipartReader.of("text/plain; boundary=a", nothing))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader("no boundary at all").next()).isInstanceOf(EOFException.class);
    }

    private static String part(String parameter, String content) {
        return "----xyz\r\nContent-Disposition: form-data; name=\"f\"; " + parameter + "\r\n\r\n" + content + "\r\n";
    }

    private static MultipartReader reader(String body) throws IOException {
        return MultipartReader.of(TYPE, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hands out a few bytes at a time, as a network does. */
    private static final class Trickling extends ByteArrayInputStream {
        private final Random random;

        Trickling(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
        }
    }
}
