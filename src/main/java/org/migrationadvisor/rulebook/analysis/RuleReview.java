package org.migrationadvisor.rulebook.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;

/** Finds what is probably not meant so in rules that load. */
public final class RuleReview {

    private RuleReview() {}

    /**
     * Tells of missing joins, conditions that never or always hold, constants that no field can have, rules that repeat
     * another one, and unknown fields that nobody asks for.
     *
     * @param rules the rules by file and line
     * @param policy the values of the policy by name
     * @param catalog the products; null if they cannot be read
     * @param today the day from which on conditions must be able to hold
     * @param problems takes what is found, as warnings
     */
    public static void run(
            List<RuleDefinition> rules,
            Map<String, Object> policy,
            @Nullable Catalog catalog,
            LocalDate today,
            Problems problems) {
        ConstantReview constants = new ConstantReview(catalog, policy, problems);
        Map<String, RuleDefinition> sentences = new HashMap<>();
        List<RuleDefinition> firing = new ArrayList<>();
        for (RuleDefinition rule : rules) {
            joins(rule, problems);
            sentence(rule, sentences, problems);
            if (new ConditionReview(rule, policy, today, problems).run()) {
                firing.add(rule);
            }
            constants.run(rule);
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
