package org.migrationadvisor.rulebook.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Concluded;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Finds rules that say nothing that another rule does not say already. */
final class CoverReview {
    private final Problems problems;

    CoverReview(Problems problems) {
        this.problems = problems;
    }

    /**
     * A rule with what has to be known of it to compare it with many others.
     *
     * @param atoms its conditions, if they are all about one customer and subscription; else empty
     * @param matched the kinds of facts that are there where it fires
     * @param subject the kind of fact that it is about
     */
    private record Candidate(RuleDefinition rule, Optional<List<Atom>> atoms, Set<String> matched, String subject) {
        static Candidate of(RuleDefinition rule, Map<String, Object> policy) {
            SharedSubjects worlds = new SharedSubjects(rule, policy);
            boolean simple = rule.conditions().stream().allMatch(Pattern.class::isInstance);
            return new Candidate(
                    rule, simple ? worlds.together() : Optional.empty(), kinds(worlds), subject(rule, worlds));
        }

        /** The kinds of facts that are there where a rule fires; with a subscription its customer always is. */
        private static Set<String> kinds(SharedSubjects worlds) {
            Set<String> kinds = worlds.topPatterns().stream()
                    .map(pattern -> pattern.type().name())
                    .collect(Collectors.toSet());
            kinds.add("Customer");
            return kinds;
        }

        private static String subject(RuleDefinition rule, SharedSubjects worlds) {
            return worlds.topPatterns().stream()
                    .filter(pattern -> pattern.slot() == rule.subject())
                    .map(pattern -> pattern.type().name())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * @param rules the rules that may fire, by file and line
     * @param policy the values of the policy by name
     */
    void run(List<RuleDefinition> rules, Map<String, Object> policy) {
        Map<String, List<Candidate>> byOutcome = new TreeMap<>();
        for (RuleDefinition rule : rules) {
            String outcome = rule.concludes() ? rule.concluded().definition().name() : rule.code();
            byOutcome.computeIfAbsent(outcome, code -> new ArrayList<>()).add(Candidate.of(rule, policy));
        }
        byOutcome.values().forEach(this::compare);
    }

    private void compare(List<Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate rule = candidates.get(i);
            for (int j = 0; j < candidates.size(); j++) {
                Candidate other = candidates.get(j);
                // of two rules that cover each other, the first one stays
                if (i != j && covers(other, rule) && !(j > i && covers(rule, other))) {
                    tell(rule.rule(), other.rule());
                    break;
                }
            }
        }
    }

    private void tell(RuleDefinition rule, RuleDefinition other) {
        problems.warning(
                ProblemKind.COVERED_RULE,
                rule.file(),
                rule.syntax().name().span(),
                "found rule " + rule.id() + ", which adds nothing: whenever it fires, rule " + other.id() + " in "
                        + other.file().name() + ":" + other.line()
                        + (rule.concludes()
                                ? " concludes " + rule.concluded().definition().name()
                                : " recommends " + rule.code())
                        + " as well",
                "remove it, or make the conditions of " + other.id() + " exclude it");
    }

    /** Whether it is proved that, wherever a rule fires, another one recommends the same for the same fact. */
    private static boolean covers(Candidate other, Candidate rule) {
        boolean givesValues = rule.rule().outcome() instanceof Concluded concluded
                && !concluded.values().isEmpty();
        if (givesValues || !rule.subject().equals(other.subject())) {
            return false;
        }
        if (rule.atoms().isEmpty() || other.atoms().isEmpty()) {
            return isWrittenIn(other.rule(), rule.rule());
        }
        List<Atom> given = rule.atoms().get();
        return rule.matched().containsAll(other.matched())
                && other.atoms().get().stream().allMatch(atom -> isTie(atom) || ConditionSearch.implies(given, atom));
    }

    private static boolean isTie(Atom atom) {
        return atom.fields().isEmpty() && atom.constraint().join() != null;
    }

    /** Whether each condition of a rule is written in the other one too, in the same order. */
    private static boolean isWrittenIn(RuleDefinition part, RuleDefinition whole) {
        if (part.conditions().size() > whole.conditions().size() || part.subject() != whole.subject()) {
            return false;
        }
        for (int i = 0; i < part.conditions().size(); i++) {
            if (!isWrittenIn(part.conditions().get(i), whole.conditions().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWrittenIn(RuleDefinition.Condition part, RuleDefinition.Condition whole) {
        if (part instanceof Pattern a && whole instanceof Pattern b) {
            return a.type() == b.type() && a.slot() == b.slot() && texts(b).containsAll(texts(a));
        }
        if (part instanceof RuleDefinition.Group a && whole instanceof RuleDefinition.Group b) {
            return a.negated() == b.negated()
                    && a.patterns().stream()
                            .map(CoverReview::texts)
                            .toList()
                            .equals(b.patterns().stream()
                                    .map(CoverReview::texts)
                                    .toList());
        }
        if (part instanceof RuleDefinition.Lookup a && whole instanceof RuleDefinition.Lookup b) {
            return a.presence().text().equals(b.presence().text()) && a.on() == b.on();
        }
        if (part instanceof RuleDefinition.Accumulate a && whole instanceof RuleDefinition.Accumulate b) {
            return a.function().equals(b.function())
                    && texts(a.pattern()).equals(texts(b.pattern()))
                    && texts(b.constraints()).containsAll(texts(a.constraints()));
        }
        return false;
    }

    static Set<String> texts(Pattern pattern) {
        Set<String> texts = texts(pattern.constraints());
        texts.add(pattern.type().name());
        return texts;
    }

    private static Set<String> texts(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::text).collect(Collectors.toSet());
    }
}
