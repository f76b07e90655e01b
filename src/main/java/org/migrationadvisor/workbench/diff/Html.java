package org.migrationadvisor.workbench.diff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;

/** Text for HTML. */
final class Html {

    private Html() {}

    /** A text from a list or a rule as the content of an element or a quoted attribute, on one line. */
    static String text(@Nullable String text) {
        StringBuilder out = new StringBuilder();
        String safe = SafeText.of(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Two texts as one, in which the words that were deleted and inserted are marked. */
    static String edited(String before, String after) {
        String[] old = SafeText.of(before).split(" ", -1);
        String[] now = SafeText.of(after).split(" ", -1);
        int same = 0;
        while (same < Math.min(old.length, now.length) && old[same].equals(now[same])) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.length, now.length) - same
                && old[old.length - 1 - end].equals(now[now.length - 1 - end])) {
            end++;
        }
        StringBuilder out = new StringBuilder(words(now, 0, same));
        add(out, "del", words(old, same, old.length - end));
        add(out, "ins", words(now, same, now.length - end));
        String rest = words(now, now.length - end, now.length);
        return out.append(rest.isEmpty() || out.isEmpty() ? "" : " ")
                .append(rest)
                .toString();
    }

    private static void add(StringBuilder out, String element, String words) {
        if (!words.isEmpty()) {
            out.append(out.isEmpty() ? "" : " ");
            out.append('<')
                    .append(element)
                    .append('>')
                    .append(words)
                    .append("</")
                    .append(element)
                    .append('>');
        }
    }

    private static String words(String[] words, int from, int to) {
        return text(String.join(" ", Arrays.copyOfRange(words, from, to)));
    }
}
