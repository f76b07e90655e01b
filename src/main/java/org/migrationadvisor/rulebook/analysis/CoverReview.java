package org.migrationadvisor.rulebook.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Finds rules that say nothing that another rule does not say already. */
final class CoverReview {
    private final Map<String, Object> policy;
    private final Problems problems;

    CoverReview(Map<String, Object> policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
    }

    /** @param rules the rules that may fire, by file and line */
    void run(List<RuleDefinition> rules) {
        for (int i = 0; i < rules.size(); i++) {
            RuleDefinition rule = rules.get(i);
            for (int j = 0; j < rules.size(); j++) {
                RuleDefinition other = rules.get(j);
                boolean twins = j > i && covers(rule, other);
                if (i != j && !twins && covers(other, rule)) {
                    tell(rule, other);
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
                        + other.file().name() + ":" + other.line() + " recommends " + rule.code() + " as well",
                "remove it, or make the conditions of " + other.id() + " exclude it");
    }

    /** Whether it is proved that, wherever a rule fires, another one recommends the same for the same fact. */
    private boolean covers(RuleDefinition other, RuleDefinition rule) {
        if (!rule.code().equals(other.code()) || !subject(rule).equals(subject(other))) {
            return false;
        }
        Worlds worlds = new Worlds(rule, policy);
        Worlds otherWorlds = new Worlds(other, policy);
        Optional<List<Atom>> given = worlds.together();
        Optional<List<Atom>> implied = otherWorlds.together();
        boolean simple = isSimple(rule) && isSimple(other) && given.isPresent() && implied.isPresent();
        if (!simple) {
            return isWrittenIn(other, rule);
        }
        return matched(worlds).containsAll(matched(otherWorlds))
                && implied.get().stream().allMatch(atom -> isTie(atom) || Space.implies(given.get(), atom));
    }

    private static String subject(RuleDefinition rule) {
        return rule.conditions().stream()
                .filter(Pattern.class::isInstance)
                .map(Pattern.class::cast)
                .filter(pattern -> pattern.slot() == rule.subject())
                .map(pattern -> pattern.type().name())
                .findFirst()
                .orElse("");
    }

    private static boolean isSimple(RuleDefinition rule) {
        return rule.conditions().stream().allMatch(Pattern.class::isInstance);
    }

    /** The kinds of facts that are there where a rule fires; with a subscription its customer always is. */
    private static Set<String> matched(Worlds worlds) {
        Set<String> matched = worlds.topPatterns().stream()
                .map(Pattern::type)
                .map(FactType::name)
                .collect(Collectors.toSet());
        matched.add("Customer");
        return matched;
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
        if (part instanceof RuleDefinition.Accumulate a && whole instanceof RuleDefinition.Accumulate b) {
            return a.function().equals(b.function())
                    && texts(a.pattern()).equals(texts(b.pattern()))
                    && texts(b.constraints()).containsAll(texts(a.constraints()));
        }
        return false;
    }

    private static Set<String> texts(Pattern pattern) {
        Set<String> texts = texts(pattern.constraints());
        texts.add(pattern.type().name());
        return texts;
    }

    private static Set<String> texts(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::text).collect(Collectors.toSet());
    }
}
