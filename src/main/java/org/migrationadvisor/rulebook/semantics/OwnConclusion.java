package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/**
 * Decides a definition whose rules look at the one fact that it is about, and at what other definitions conclude about
 * that fact: true if a rule concludes it, unknown if none does and one could not be decided, else false.
 */
final class OwnConclusion implements ConditionWalk.Facts {
    private static final @Nullable Object[] NO_OTHERS = {};

    private final Object fact;
    private final List<Object> self;

    private OwnConclusion(Object fact) {
        this.fact = fact;
        this.self = List.of(fact);
    }

    static Conclusions.Result about(Object fact, Definition definition) {
        List<Conclusion> facts = new ArrayList<>(1);
        Boolean truth = false;
        for (RuleDefinition rule : definition.rules()) {
            boolean isSimple =
                    !definition.keepsConclusions() && rule.conditions().size() == 1;
            Boolean holds = isSimple ? holds(fact, rule) : walked(fact, rule, facts);
            truth = ConditionWalk.or(truth, holds);
            if (Boolean.TRUE.equals(truth) && !definition.keepsConclusions()) {
                break;
            }
        }
        return definition.keepsConclusions()
                ? new Conclusions.Result(truth, distinct(definition, facts))
                : Conclusions.Result.of(truth);
    }

    /** The short way for a rule with conditions on the fact alone. */
    private static @Nullable Boolean holds(Object fact, RuleDefinition rule) {
        Pattern pattern = (Pattern) rule.conditions().get(0);
        Boolean all = true;
        for (Constraint constraint : pattern.constraints()) {
            @Nullable Object[] others = constraint.reading().slots().isEmpty() ? NO_OTHERS : new Object[] {fact};
            Boolean holds = (Boolean) constraint.reading().term().of(fact, others);
            if (Boolean.FALSE.equals(holds)) {
                return false;
            }
            all = ConditionWalk.and(all, holds);
        }
        return all;
    }

    private static @Nullable Boolean walked(Object fact, RuleDefinition rule, List<Conclusion> into) {
        RuleDefinition.Concluded concluded = rule.concluded();
        return new ConditionWalk(rule, new OwnConclusion(fact), matched -> into.add(of(concluded, matched))).holds();
    }

    /** What a rule concludes of the facts that it matched, by slot. */
    static Conclusion of(RuleDefinition.Concluded concluded, @Nullable Object[] matched) {
        @Nullable
        Object[] values = concluded.values().stream()
                .map(reading -> reading.of(null, matched))
                .toArray();
        return new Conclusion(concluded.definition(), Objects.requireNonNull(matched[concluded.subject()]), values);
    }

    /** The conclusions about one fact, equal ones once; the first one where there can be no more than one. */
    static List<Conclusion> distinct(Definition definition, List<Conclusion> facts) {
        if (facts.size() > 1 && definition.values().stream().noneMatch(Definition.Value::isKey)) {
            return List.of(facts.get(0));
        }
        Set<List<@Nullable Object>> seen = new HashSet<>();
        return facts.stream().filter(each -> seen.add(each.identity())).toList();
    }

    /**
     * Whether a rule looks at one fact: its first pattern takes the fact, and each further one takes what another
     * definition that does so concludes about the same fact.
     */
    static boolean looksAtOneFact(RuleDefinition rule, Set<Definition> combining) {
        boolean isFirst = true;
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof RuleDefinition.Accumulate) {
                return false;
            }
            if (condition instanceof RuleDefinition.Lookup) {
                continue;
            }
            for (Pattern pattern : condition instanceof Group group ? group.patterns() : List.of((Pattern) condition)) {
                boolean fits = isFirst
                        ? condition == pattern && pattern.slot() == rule.subject()
                        : isAbout(pattern, rule.subject(), combining);
                if (!fits) {
                    return false;
                }
                isFirst = false;
            }
        }
        return true;
    }

    private static boolean isAbout(Pattern pattern, int subject, Set<Definition> combining) {
        Definition definition = pattern.type().definition();
        return definition != null
                && !combining.contains(definition)
                && pattern.constraints().stream().anyMatch(constraint -> isAbout(constraint, definition, subject));
    }

    /** Whether a condition on a conclusion says that it is about the fact in a slot. */
    static boolean isAbout(Constraint constraint, Definition definition, int subject) {
        String own = "this." + definition.subjectField();
        String text = constraint.text();
        return constraint.isJoin()
                && (text.equals("(" + own + " == #" + subject + ")")
                        || text.equals("(#" + subject + " == " + own + ")"));
    }

    @Override
    public List<?> of(Pattern pattern, @Nullable Object[] matched) {
        Definition definition = pattern.type().definition();
        return definition == null ? self : result(definition).facts();
    }

    @Override
    public boolean mayBeMore(Pattern pattern) {
        Definition definition = pattern.type().definition();
        return definition != null && result(definition).truth() == null;
    }

    private Conclusions.Result result(Definition definition) {
        return ((DefinedAbout) fact).conclusions().about(fact, definition);
    }

    @Override
    public boolean keepUnknown() {
        return true;
    }
}
