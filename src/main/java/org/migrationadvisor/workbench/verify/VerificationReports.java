package org.migrationadvisor.workbench.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.workbench.cases.CaseResult;
import org.migrationadvisor.workbench.cases.Coverage;
import org.migrationadvisor.workbench.cases.Difference;
import org.migrationadvisor.workbench.cases.JUnitXml;
import org.migrationadvisor.workbench.check.Sarif;
import org.migrationadvisor.workbench.gaps.Gap;

/** Writes for build servers how a rules folder stands. */
public final class VerificationReports {
    private static final Sarif.Kind FAILED_CASE =
            new Sarif.Kind("failed-case", "The rules do not do what a case expects of them.");
    private static final Sarif.Kind NOT_COVERED =
            new Sarif.Kind("not-covered", "No case shows the condition both holding and as the first to fail.");

    private VerificationReports() {}

    /** JUnit XML: the cases by file, then a suite each for check, coverage and gaps. */
    public static String junit(Verification found) {
        List<JUnitXml.Suite> suites = new ArrayList<>();
        Verification.Tried tried = found.tried();
        if (tried != null) {
            suites.addAll(JUnitXml.suites(tried.test()));
        }
        suites.add(suite(
                "check",
                found.check().problems().stream().map(VerificationReports::test).toList()));
        if (tried != null) {
            suites.add(suite(
                    "coverage", tried.isCovered(found.threshold()) ? List.of() : List.of(coverage(found, tried))));
            suites.add(suite(
                    "gaps",
                    tried.gaps().gaps().stream().map(VerificationReports::test).toList()));
        }
        return JUnitXml.of(suites);
    }

    /** A suite of what was found, or with one test that holds. */
    private static JUnitXml.Suite suite(String name, List<JUnitXml.Test> failures) {
        return new JUnitXml.Suite(
                name, failures.isEmpty() ? List.of(new JUnitXml.Test("nothing found", name, 1, null)) : failures);
    }

    private static JUnitXml.Test test(Problem problem) {
        return new JUnitXml.Test(
                problem.kind().slug() + " in line " + problem.line(),
                problem.file(),
                problem.line(),
                new JUnitXml.Failure(problem.what(), problem.pretty() + "\n"));
    }

    private static JUnitXml.Test coverage(Verification found, Verification.Tried tried) {
        Coverage coverage = tried.test().coverage();
        String message = String.format(
                Locale.ROOT,
                "found %.1f %% of the conditions covered, expected at least %.1f %%",
                coverage.percent(),
                found.threshold());
        return new JUnitXml.Test("threshold", "coverage", 1, new JUnitXml.Failure(message, ""));
    }

    private static JUnitXml.Test test(Gap gap) {
        return new JUnitXml.Test(
                gap.kind().code() + " in line " + gap.line(),
                gap.file(),
                gap.line(),
                new JUnitXml.Failure(gap.message(), ""));
    }

    /** SARIF 2.1.0: problems, failed cases, gaps and, if there are too many, conditions that are not covered. */
    public static String sarif(Verification found, String version) {
        List<Sarif.Kind> kinds = new ArrayList<>();
        Arrays.stream(ProblemKind.values()).map(Sarif.Kind::of).forEach(kinds::add);
        Arrays.stream(Gap.Kind.values()).map(VerificationReports::kind).forEach(kinds::add);
        kinds.add(FAILED_CASE);
        kinds.add(NOT_COVERED);
        List<Sarif.Result> results = new ArrayList<>();
        found.check().problems().forEach(problem -> results.add(Sarif.Result.of(problem)));
        Verification.Tried tried = found.tried();
        if (tried != null) {
            tried.test().failed().forEach(failed -> results.addAll(results(found, failed)));
            tried.gaps().gaps().forEach(gap -> results.add(result(found, gap)));
            if (!tried.isCovered(found.threshold())) {
                tried.test().coverage().rules().forEach(rule -> results.addAll(notCovered(found, rule)));
            }
        }
        return Sarif.of("advisor verify", version, kinds, results);
    }

    private static Sarif.Kind kind(Gap.Kind kind) {
        return new Sarif.Kind(kind.code(), kind.meaning());
    }

    private static List<Sarif.Result> results(Verification found, CaseResult failed) {
        String file = found.path(failed.ruleCase().file());
        return failed.differences().stream()
                .map(difference -> new Sarif.Result(
                        FAILED_CASE, "error", message(failed, difference), file, difference.line(), null))
                .toList();
    }

    private static String message(CaseResult failed, Difference difference) {
        return "case \"" + failed.ruleCase().name() + "\", " + difference.about() + ": found " + difference.found()
                + ", expected " + difference.expected();
    }

    private static Sarif.Result result(Verification found, Gap gap) {
        return new Sarif.Result(kind(gap.kind()), "warning", gap.message(), found.path(gap.file()), gap.line(), null);
    }

    private static List<Sarif.Result> notCovered(Verification found, Coverage.OfRule rule) {
        Stream<Coverage.OfCondition> open = rule.conditions().stream().filter(condition -> !condition.covered());
        return open.map(condition -> new Sarif.Result(
                        NOT_COVERED,
                        "warning",
                        "no case shows `" + condition.text() + "` of " + rule.id() + " from both sides",
                        found.path(rule.file()),
                        condition.line(),
                        null))
                .toList();
    }
}
