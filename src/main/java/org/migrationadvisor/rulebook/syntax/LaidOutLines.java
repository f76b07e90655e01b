package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Puts the lines of a laid-out rule file together with the comments of the file as it was. */
final class LaidOutLines {
    private static final String INDENT = "    ";

    private final SourceFile file;
    private final Deque<Span> comments;
    private final StringBuilder out = new StringBuilder();
    private int reached;

    LaidOutLines(SourceFile file, List<Span> comments) {
        this.file = file;
        this.comments = new ArrayDeque<>(comments);
    }

    /** The part of an indented line that is in front of its words. */
    static String indent(int depth) {
        return INDENT.repeat(depth);
    }

    /** Adds a line that stands between rules: one empty line before it stays where there was one. */
    void addTop(String line, Span span) {
        commentsUpTo(span, 0);
        keepBlankLine(span.start());
        write(0, line, span);
    }

    /**
     * Adds a line, behind the comments that stand before it or in it. A comment behind it on its line stays there.
     *
     * @param depth how deep it is indented; comments before it are so too, but at least once
     * @param line its words; a line break in them is kept
     * @param span the part of the old file that it is made of
     */
    void add(int depth, String line, Span span) {
        commentsUpTo(span, Math.max(1, depth));
        write(depth, line, span);
    }

    /** Adds the end of a bracket; comments before it are indented as what is in the bracket. */
    void addClosing(int depth, String line, Span span) {
        commentsUpTo(span, depth + 1);
        write(depth, line, span);
    }

    private void commentsUpTo(Span span, int depth) {
        while (!comments.isEmpty() && comments.peek().start() < span.end()) {
            comment(depth, comments.remove());
        }
    }

    private void write(int depth, String line, Span span) {
        out.append(indent(depth)).append(line);
        reached = span.end();
        while (!comments.isEmpty() && isBehind(comments.peek())) {
            Span comment = comments.remove();
            out.append(' ').append(file.text(comment).stripTrailing());
            reached = comment.end();
        }
        out.append('\n');
    }

    /** Adds an empty line, unless there is one or nothing stands before it. */
    void blank() {
        if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
    }

    private void comment(int depth, Span comment) {
        if (depth == 0) {
            keepBlankLine(comment.start());
        }
        out.append(indent(depth));
        out.append(file.text(comment)
                .lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse(""));
        out.append('\n');
        reached = comment.end();
    }

    private void keepBlankLine(int start) {
        if (file.line(start) - file.line(reached) > 1) {
            blank();
        }
    }

    /** Whether a comment stands on the line that was just written, with nothing but signs between. */
    private boolean isBehind(Span comment) {
        String between = file.text(new Span(reached, Math.max(reached, comment.start())));
        return comment.start() >= reached
                && between.matches("[ \\t,;()]*")
                && file.line(comment.start()) == file.line(comment.end());
    }

    /** The whole text, with the comments that are left behind it. */
    String text() {
        while (!comments.isEmpty()) {
            comment(0, comments.remove());
        }
        return out.toString();
    }
}
