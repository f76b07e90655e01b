package org.migrationadvisor.text;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text to bytes. A surrogate without its partner, which JSON input can carry, becomes a question mark. */
public final class Utf8 {

    private static final int BUFFER_CHARS = 1 << 16;

    private Utf8() {}

    public static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
    }
}
