package org.migrationadvisor.input.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole file as text, in any encoding in which lists come. */
public final class TextFile {

    private TextFile() {}

    /**
     * Reads a file in UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252.
     *
     * @param largest how many bytes it may have
     * @throws IOException if it cannot be read, or is larger
     */
    public static String read(Path file, int largest) throws IOException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(largest);
            if (stream.read() >= 0) {
                throw new IOException("found more than " + largest + " bytes");
            }
        }
        StringWriter text = new StringWriter(bytes.length);
        try (Reader reader =
                TextDecoder.of(bytes, new ByteArrayInputStream(bytes)).text()) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
