package org.migrationadvisor.workbench.check;

import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.text.Ink;

/** Writes the problems of a rules folder as text. */
final class CheckText {

    private CheckText() {}

    static String pretty(CheckResult result, boolean colour) {
        return result.problems().stream()
                .map(problem -> pretty(problem, colour) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static String pretty(Problem problem, boolean colour) {
        Ink ink = problem.severity() == Problem.Level.ERROR ? Ink.RED : Ink.YELLOW;
        String[] excerpt = problem.excerpt().split("\n", 3);
        StringBuilder out = new StringBuilder();
        out.append(Ink.STRONG.paint(problem.place(), colour)).append(": ");
        out.append(ink.paint(problem.severity().shown(), colour)).append(": ");
        out.append(problem.what()).append(' ').append(kind(problem, colour));
        out.append('\n').append(excerpt[0]);
        out.append('\n').append(ink.paint(excerpt[1], colour));
        if (excerpt.length > 2) {
            out.append('\n').append(excerpt[2]);
        }
        return out.toString();
    }

    private static String kind(Problem problem, boolean colour) {
        return Ink.DIM.paint("[" + problem.kind().slug() + "]", colour);
    }

    static String compact(CheckResult result) {
        return result.problems().stream()
                .map(problem -> problem.headline() + " " + kind(problem, false) + "\n")
                .collect(Collectors.joining());
    }

    static String github(CheckResult result) {
        return result.problems().stream().map(CheckText::command).collect(Collectors.joining());
    }

    private static String command(Problem problem) {
        String mend = problem.mend() == null ? "" : "\n" + problem.mend();
        return "::" + problem.severity().shown() + " file=" + property(problem.file()) + ",line=" + problem.line()
                + ",col=" + problem.column() + ",endColumn=" + problem.endColumn() + ",title="
                + problem.kind().slug() + "::" + data(problem.what() + mend) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
