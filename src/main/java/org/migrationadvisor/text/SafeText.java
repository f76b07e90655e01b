package org.migrationadvisor.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text from a list or a rule made fit for one line of a report. Line breaks, tabs and runs of blanks become one blank;
 * what could drive a terminal (control characters, and with them every escape sequence) or reorder the rest of the line
 * (bidirectional embeddings, overrides and isolates) becomes a visible replacement character. What a build server would
 * take for a command in its log is broken up: {@code ::} at the start of a line (GitHub), {@code ##vso[} and its like
 * anywhere (Azure DevOps, GitHub, TeamCity).
 */
public final class SafeText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final String LEFT_OUT = " ... ";
    private static final int LONGEST_NAME = 4096;
    /** At the start of a line, build servers take it for a command. */
    private static final String COMMAND = "::";

    private static final Pattern PAIR_OF_COLONS = Pattern.compile(":(?=:)");
    private static final Pattern COMMAND_ANYWHERE = Pattern.compile("#(?=#[A-Za-z]*\\[)");

    private SafeText() {}

    /** The text on one line, without blanks at its ends; empty if there is nothing to see. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isPlain(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(line, c));
        // a line may be broken anywhere
        String apart = PAIR_OF_COLONS.matcher(line.toString().strip()).replaceAll(": ");
        return COMMAND_ANYWHERE.matcher(apart).replaceAll("# ");
    }

    /**
     * The name of a file or folder in a message: on one line, with a hidden character as its number ({@code \\u001B}), and
     * what is longer than any path that can exist shortened in its middle.
     */
    public static String name(Object path) {
        String name = path.toString();
        if (name.length() > LONGEST_NAME) {
            int half = LONGEST_NAME / 2;
            name = name.substring(0, half) + "..." + name.substring(name.length() - half);
        }
        return (name.startsWith(COMMAND) ? "./" : "") + escaped(name);
    }

    /** A value from outside in a message, as {@link #name} but cut off behind 60 characters. */
    public static String shown(String value) {
        return escaped(value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "...");
    }

    /** As {@link #shown}, in single quotes. */
    public static String quoted(String value) {
        return "'" + shown(value) + "'";
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHidden(c) || isLoneSurrogate(text, i)) {
                visible.append(String.format("\\u%04X", (int) c));
            } else {
                visible.append(c);
            }
        }
        return COMMAND_ANYWHERE.matcher(visible).replaceAll("\\\\u0023");
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /**
     * A message of one or more lines that ends in a log: a {@linkplain #isHidden hidden} character becomes a replacement
     * character, and no line reads as a command of a build server.
     */
    public static String lines(String message) {
        return Arrays.stream(message.split("\n", -1))
                .map(SafeText::inPlace)
                .map(SafeText::uncommanded)
                .collect(Collectors.joining("\n"));
    }

    private static String uncommanded(String line) {
        return line.stripLeading().startsWith(COMMAND) ? "." + line.stripLeading() : line;
    }

    /** A part of a file as it is quoted in a message: as {@link #inPlace}, at most 60 characters. */
    public static String quote(String text) {
        return inPlace(text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 3) + "...");
    }

    /** A message as {@link #inPlace}; one of more than 1,000 characters without its middle, since both ends matter. */
    public static String shortened(String text) {
        int half = (LONGEST_MESSAGE - LEFT_OUT.length()) / 2;
        return inPlace(
                text.length() <= LONGEST_MESSAGE
                        ? text
                        : text.substring(0, half) + LEFT_OUT + text.substring(text.length() - half));
    }

    /** The text on one line with each {@linkplain #isHidden hidden} character replaced, so that places stay the same. */
    public static String inPlace(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                line.append(' ');
            } else {
                line.append(isHidden(c) ? REPLACEMENT : c);
            }
        }
        return COMMAND_ANYWHERE.matcher(line).replaceAll(String.valueOf(REPLACEMENT));
    }

    /** Whether a character is a control character, has no width, or changes the direction of the text around it. */
    public static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\u00AD'
                || c == '\u061C'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF';
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == before && (c == ' ' || c == ':' || c == '#'))) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static void append(StringBuilder line, int c) {
        if (Character.isWhitespace(c) || (Character.isSpaceChar(c) && c != NO_BREAK_SPACE) || c == 0x85) {
            if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        } else if (Character.isISOControl(c) || isBidiControl(c) || isSurrogate(c)) {
            line.append(REPLACEMENT);
        } else {
            line.appendCodePoint(c);
        }
    }

    private static boolean isBidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
