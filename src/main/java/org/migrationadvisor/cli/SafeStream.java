package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.migrationadvisor.text.SafeText;

/** Standard error for messages: whatever they quote, it neither drives the terminal nor commands a build server. */
final class SafeStream extends PrintStream {

    SafeStream(PrintStream err) {
        super(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(SafeText.lines(text));
    }

    @Override
    public void println(String text) {
        super.print(SafeText.lines(text));
        super.println();
    }
}
