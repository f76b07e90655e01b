package org.migrationadvisor.rulebook.syntax;

import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.Counted;

/**
 * A name in a YAML file that is indented otherwise than the line before it, where both belong together.
 *
 * @param name where the name stands
 * @param what what was found and what was expected
 */
record Indentation(Span name, String what) {
    static final String MEND = "names that belong together begin in the same column";

    /** What is wrong with the indentation of a line that cannot be read; null if it is something else. */
    static @Nullable Indentation of(SourceFile file, int line) {
        String text = file.lineText(line);
        int colon = text.indexOf(':');
        int before = line - 1;
        while (before > 0 && isNothing(file.lineText(before))) {
            before--;
        }
        if (colon < 0 || before == 0) {
            return null;
        }
        String previous = file.lineText(before);
        int indent = indent(text);
        int other = indent(previous);
        boolean opens = previous.strip().endsWith(":") && indent > other;
        if (indent == other || opens) {
            return null;
        }
        Span name = new Span(file.lineStart(line) + indent, file.lineStart(line) + colon);
        return new Indentation(
                name,
                "found `" + file.text(name) + "` indented by " + Counted.of(indent, "blank")
                        + ", but the line before it by " + other + ", expected the same");
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
