package org.migrationadvisor.workbench.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;
import org.migrationadvisor.rulebook.semantics.Vocabulary;

/** What the definitions of a rulebook conclude about the facts of a case. */
final class CaseConclusions {
    private final Rulebook rulebook;
    private final List<Object> facts;

    CaseConclusions(RuleCase ruleCase, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.facts = new FactAssembler(rulebook).facts(ruleCase.customer(), ruleCase.asOf());
    }

    /**
     * What a definition gives for one fact.
     *
     * @param definition the definition that gives the field
     * @param subscriptionId null for the customer
     * @param text the value as cases have it
     */
    record Given(Definition definition, @Nullable String subscriptionId, String text) {}

    /** The rules that conclude something, by id. */
    Set<String> concluding() {
        return rulebook.definitions().rules().stream()
                .filter(rule -> rulebook.trace(rule, facts).held())
                .map(RuleDefinition::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What a field has that definitions give, for each fact that has it.
     *
     * @param field as cases have it: its name or, for one subscription, the id, a dot and its name
     */
    List<Given> given(String field) {
        int dot = field.lastIndexOf('.');
        String name = field.substring(dot + 1);
        String only = dot < 0 ? null : field.substring(0, dot);
        List<Given> given = new ArrayList<>();
        for (FactType type : rulebook.facts()) {
            Property property = type.property(name);
            Definition definition = property == null ? null : Definition.behind(property);
            if (property != null && definition != null) {
                facts.stream()
                        .filter(type::isInstance)
                        .filter(fact -> only == null || only.equals(id(fact)))
                        .forEach(fact -> given.add(new Given(
                                definition, id(fact), text(property.reader().apply(fact)))));
            }
        }
        return given;
    }

    private static @Nullable String id(Object fact) {
        return fact instanceof CustomerFact ? null : ((SubscriptionFact) fact).id();
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return Vocabulary.UNKNOWN;
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
