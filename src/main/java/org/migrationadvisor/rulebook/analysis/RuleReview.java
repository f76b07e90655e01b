package org.migrationadvisor.rulebook.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Finds what is probably not meant so in rules that load. */
public final class RuleReview {

    private RuleReview() {}

    /**
     * Tells of missing joins, conditions that never or always hold, rules that repeat another one, and unknown fields
     * that nobody asks for.
     *
     * @param rules the rules by file and line
     * @param policy the values of the policy by name
     * @param problems takes what is found, as warnings
     */
    public static void run(List<RuleDefinition> rules, Map<String, Object> policy, Problems problems) {
        Map<String, RuleDefinition> sentences = new HashMap<>();
        List<RuleDefinition> firing = new ArrayList<>();
        for (RuleDefinition rule : rules) {
            joins(rule, problems);
            sentence(rule, sentences, problems);
            if (new ConditionReview(rule, policy, problems).run()) {
                firing.add(rule);
            }
        }
        new CoverReview(problems).run(firing, policy);
        if (!problems.hasErrors()) {
            new UnknownReview(problems).run(rules);
        }
    }

    private static void joins(RuleDefinition rule, Problems problems) {
        List<Pattern> before = rule.conditions().stream()
                .flatMap(condition -> CustomerTies.patterns(condition).stream())
                .toList();
        for (Pattern pattern : CustomerTies.untied(rule)) {
            String join = join(before.get(0), pattern);
            problems.warning(
                    ProblemKind.MISSING_JOIN,
                    rule.file(),
                    pattern.span(),
                    "found a " + pattern.type().name() + " that nothing ties to the customer of the facts before it,"
                            + " expected a condition such as `" + join + "`",
                    "add `" + join + "`; without it every such fact is combined with every other");
        }
    }

    /** The equality of customers that ties one pattern to another. */
    private static String join(Pattern first, Pattern second) {
        String variable = first.binding() == null ? "$first" : first.binding();
        String of = Fields.isCustomer(first.type()) ? variable : variable + ".customer";
        return (Fields.isCustomer(second.type()) ? "this" : "customer") + " == " + of;
    }

    private static void sentence(RuleDefinition rule, Map<String, RuleDefinition> seen, Problems problems) {
        RuleDefinition other = seen.putIfAbsent(rule.sentence().toLowerCase(Locale.ROOT), rule);
        if (other != null) {
            problems.warning(
                    ProblemKind.DUPLICATE_SENTENCE,
                    rule.file(),
                    rule.syntax().name().span(),
                    "found the sentence of rule " + other.id() + " in "
                            + other.file().name() + ":" + other.line()
                            + " again, expected one that says what is different here",
                    null);
        }
    }
}
