package org.migrationadvisor.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String TEXT = "Zürich, Škoda, 10 €, naïve; ".repeat(5000);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void a_text_reads_the_same_in_every_encoding(String encoding) throws IOException {
        assertThat(decoded(TEXT.getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_character_of_several_bytes_may_lie_anywhere(int shift) throws IOException {
        String text = "x".repeat(shift) + "a😀é€".repeat(10_000);

        assertThat(decoded(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void a_file_glued_together_from_both_encodings_reads_right() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Zürich\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Zürich\nKü".getBytes(Charset.forName("windows-1252")));

        assertThat(decoded(bytes.toByteArray())).isEqualTo("Zürich\nZürich\nKü");
    }

    private static String decoded(byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        TextDecoder.of(bytes, new ByteArrayInputStream(bytes)).text().transferTo(text);
        return text.toString();
    }
}
