package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.loading.Contradictions.Due;
import org.migrationadvisor.rulebook.loading.Contradictions.Exclusive;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;

/** Says what was seen in a search so that an analyst can mend it, each with its witness. */
final class Gaps {
    private static final String ALWAYS = "true";

    private final RulesFolder folder;
    private final Rulebook rulebook;
    private final Witnesses witnesses;
    private final InputEvaluation evaluation;
    private final Function<Set<RuleDefinition>, Subspace> parts;

    /** @param parts the part of the space on which some rules depend */
    Gaps(
            RulesFolder folder,
            Rulebook rulebook,
            DecisionSpace space,
            InputEvaluation evaluation,
            BitSet searched,
            Function<Set<RuleDefinition>, Subspace> parts) {
        this.folder = folder;
        this.rulebook = rulebook;
        this.evaluation = evaluation;
        this.parts = parts;
        this.witnesses = new Witnesses(space, searched);
    }

    /** The gaps by kind, file and line. */
    List<Gap> of(SeenAdvice tally) {
        List<Gap> gaps = new ArrayList<>();
        for (SeenAdvice.Finding finding : tally.findings()) {
            Found found = Objects.requireNonNull(tally.found(finding));
            if (finding instanceof SeenAdvice.None none) {
                gaps.add(noAdvice(none, found));
            } else if (finding instanceof SeenAdvice.Both both) {
                gaps.add(contradiction(both, found));
            }
        }
        for (RuleDefinition rule : rulebook.rules()) {
            if (tally.found(new SeenAdvice.Fired(rule.id())) == null) {
                if (!waitsForPolicy(rule)) {
                    gaps.add(dead(rule));
                }
            } else if (!tally.isNeeded(rule.id()) && !isDoubleOfLater(rule, tally)) {
                gaps.add(redundant(rule, tally));
            }
        }
        gaps.sort(Comparator.comparing(Gap::kind)
                .thenComparing(Gap::file)
                .thenComparing(Gap::line)
                .thenComparing(Gap::message));
        return gaps;
    }

    /** Whether a rule compares with a value of the policy that is not set, so that it cannot fire yet. */
    private boolean waitsForPolicy(RuleDefinition rule) {
        return FieldUse.conditions(rule).stream()
                .flatMap(condition -> condition.constraint().reading().fields().stream())
                .anyMatch(field -> field.slot() == FieldRead.POLICY
                        && rulebook.unsetPolicy().containsKey(field.name()));
    }

    private Gap noAdvice(SeenAdvice.None none, Found found) {
        Due due = rulebook.contradictions().due().get(none.declaration());
        return new Gap(
                Gap.Kind.NO_ADVICE,
                "found no " + or(due.codes()) + " where " + due.text() + ", expected at least one: " + due.name(),
                due.file(),
                due.line(),
                List.of(),
                due.codes(),
                found.count(),
                witness(evaluation, found.nearest(), none));
    }

    private Gap contradiction(SeenAdvice.Both both, Found found) {
        Exclusive exclusive = rulebook.contradictions().exclusive().get(both.declaration());
        Witness witness = witness(evaluation, found.nearest(), both);
        List<String> codes = List.of(both.code(), both.other());
        List<String> rules = witness.advice().stream()
                .filter(each -> codes.stream()
                        .anyMatch(code -> Exclusive.names(
                                code, each.code(), each.ruleId(), each.values().keySet())))
                .map(Recommendation::ruleId)
                .distinct()
                .toList();
        String places = rules.stream().map(this::place).collect(Collectors.joining(" and "));
        return new Gap(
                Gap.Kind.CONTRADICTION,
                "found " + both.code() + " and " + both.other() + " together, by " + places + ", expected one of them: "
                        + exclusive.name(),
                exclusive.file(),
                exclusive.line(),
                rules,
                codes,
                found.count(),
                witness);
    }

    private static String or(List<String> codes) {
        return codes.size() == 1
                ? codes.get(0)
                : String.join(", ", codes.subList(0, codes.size() - 1)) + " or " + codes.get(codes.size() - 1);
    }

    private RuleDefinition rule(String id) {
        return rulebook.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String place(String id) {
        RuleDefinition rule = rule(id);
        return id + " (" + rule.file().name() + ":" + rule.line() + ")";
    }

    /** Of two rules that only double each other the first one stays unsaid. */
    private boolean isDoubleOfLater(RuleDefinition rule, SeenAdvice tally) {
        Set<String> doubles = tally.doubles(rule.id());
        String only = doubles.size() == 1 ? doubles.iterator().next() : "";
        return !only.isEmpty()
                && !tally.isNeeded(only)
                && tally.doubles(only).equals(Set.of(rule.id()))
                && rulebook.rules().indexOf(rule) < rulebook.rules().indexOf(rule(only));
    }

    private Gap redundant(RuleDefinition rule, SeenAdvice tally) {
        Set<String> doubles = tally.doubles(rule.id());
        Found found = Objects.requireNonNull(tally.found(new SeenAdvice.Fired(rule.id())));
        String others = doubles.stream().map(this::place).collect(Collectors.joining(", "));
        List<String> rules = new ArrayList<>(List.of(rule.id()));
        rules.addAll(doubles);
        return new Gap(
                Gap.Kind.REDUNDANT_RULE,
                "found rule " + rule.id() + ", without which nobody would be told another code: wherever it recommends "
                        + rule.code() + ", so does " + others,
                rule.file().name(),
                rule.line(),
                rules,
                List.of(rule.code()),
                found.count(),
                witness(evaluation, found.nearest(), new SeenAdvice.Fired(rule.id())));
    }

    /** A condition without which a rule would fire, and where. */
    private static final class NearMiss {
        private final Condition condition;
        private final int[] input;

        NearMiss(Condition condition, int[] input) {
            this.condition = condition;
            this.input = input;
        }
    }

    private Gap dead(RuleDefinition rule) {
        NearMiss nearest = FieldUse.conditions(rule).stream()
                .map(condition -> nearMiss(rule, condition))
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(miss -> DecisionSpace.distance(miss.input)))
                .orElse(null);
        String why = "no condition alone keeps it from firing";
        Witness witness = null;
        if (nearest != null) {
            Constraint condition = nearest.condition.constraint();
            why = "without `" + rule.file().text(condition.span()).strip() + "` (line "
                    + rule.file().line(condition.span().start()) + ") it would";
            witness = witnesses.of(nearest.input, evaluation.advice(nearest.input));
        }
        return new Gap(
                Gap.Kind.DEAD_RULE,
                "found rule " + rule.id() + ", which no customer can make fire; " + why,
                rule.file().name(),
                rule.line(),
                List.of(rule.id()),
                List.of(rule.code()),
                0,
                witness);
    }

    private @Nullable NearMiss nearMiss(RuleDefinition rule, Condition condition) {
        String text = rule.file().text();
        String without = text.substring(0, condition.constraint().span().start())
                + ALWAYS
                + text.substring(condition.constraint().span().end());
        try {
            MigrationAdvisor advisor =
                    MigrationAdvisor.of(Rulebook.load(folder.with(rule.file().name(), without)));
            InputEvaluation changed = evaluation.with(advisor);
            SeenAdvice.Fired fired = new SeenAdvice.Fired(rule.id());
            Found found = changed.of(parts.apply(Set.of(rule))).found(fired);
            return found == null ? null : new NearMiss(condition, changed.shrunk(found.nearest(), fired));
        } catch (RulebookException notWithoutIt) {
            return null;
        }
    }

    private Witness witness(InputEvaluation evaluated, int[] input, SeenAdvice.Finding finding) {
        int[] nearest = evaluated.shrunk(input, finding);
        return witnesses.of(nearest, evaluated.advice(nearest));
    }
}
