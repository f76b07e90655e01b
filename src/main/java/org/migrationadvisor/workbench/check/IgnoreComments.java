package org.migrationadvisor.workbench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.text.Suggestion;

/**
 * Comments that say that a warning is known: {@code check: ignore KIND, because ...} behind {@code //} or {@code #}, on
 * the line of the problem or on one of its own before it. Errors cannot be ignored.
 */
final class IgnoreComments {
    private static final Pattern COMMENT = Pattern.compile("(?://|#)\\s*check:\\s*ignore\\s+([A-Za-z-]+)");
    private static final Pattern NOTHING_ELSE = Pattern.compile("\\s*(?:(?://|#).*)?");

    /** A comment with the line that it is about. */
    private record Ignore(SourceFile file, Span span, ProblemKind kind, int line) {
        boolean covers(Problem problem) {
            return problem.severity() == Problem.Level.WARNING
                    && problem.kind() == kind
                    && problem.line() == line
                    && problem.file().equals(file.name());
        }
    }

    private final List<Ignore> ignores = new ArrayList<>();

    private IgnoreComments() {}

    /** Finds the comments of all files; an unknown kind in one is told. */
    static IgnoreComments of(RulesFolder folder, Problems problems) {
        IgnoreComments comments = new IgnoreComments();
        for (SourceFile file : folder.filesEnding("")) {
            if (!file.name().endsWith(".csv")) {
                comments.find(file, problems);
            }
        }
        return comments;
    }

    private void find(SourceFile file, Problems problems) {
        Matcher matcher = COMMENT.matcher(file.text());
        while (matcher.find()) {
            Span span = new Span(matcher.start(1), matcher.end(1));
            String name = matcher.group(1);
            int line = file.line(matcher.start());
            ProblemKind.find(name)
                    .ifPresentOrElse(
                            kind -> ignores.add(new Ignore(file, span, kind, meant(file, line))),
                            () -> problems.warning(
                                    ProblemKind.UNKNOWN_NAME,
                                    file,
                                    span,
                                    "found the kind `" + name + "`, which no problem has",
                                    Suggestion.didYouMean(name, ProblemKind.slugs())));
        }
    }

    /** The line itself, or the next one with something else than a comment. */
    private static int meant(SourceFile file, int comment) {
        int last = file.line(file.text().length());
        for (int line = comment; line <= last; line++) {
            if (!NOTHING_ELSE.matcher(file.lineText(line)).matches()) {
                return line;
            }
        }
        return comment;
    }

    /**
     * The problems without those to be ignored.
     *
     * @param complete whether all problems could be found, so that a comment that covers none is itself one
     */
    List<Problem> without(List<Problem> problems, boolean complete) {
        List<Problem> left = new ArrayList<>(problems);
        Problems unused = new Problems();
        for (Ignore ignore : ignores) {
            if (!left.removeIf(ignore::covers) && complete) {
                unused.warning(
                        ProblemKind.UNUSED_IGNORE,
                        ignore.file(),
                        ignore.span(),
                        "found a comment to ignore " + ignore.kind().slug() + ", of which there is none in line "
                                + ignore.line(),
                        "remove the comment");
            }
        }
        left.addAll(unused.sorted());
        left.sort(Problem.BY_PLACE);
        return left;
    }
}
