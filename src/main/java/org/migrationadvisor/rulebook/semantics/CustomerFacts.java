package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Conclusions.Result;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Join;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** The facts of one customer, with what has been concluded about them, as definitions that combine them try them. */
final class CustomerFacts {
    private static final long MOST_TRIED = 50_000_000;
    private static final int CONCLUSIONS_PER_FACT = 1_000;
    private static final int MOST_FACTS = 1_000;
    private static final @Nullable Object[] NO_OTHERS = {};

    private final List<?> facts;
    private final int limit;
    private long tried;
    private int conclusions;

    CustomerFacts(List<?> facts) {
        this.facts = facts;
        this.limit = CONCLUSIONS_PER_FACT * Math.max(1, Math.min(facts.size(), MOST_FACTS));
    }

    /** Concludes a definition that combines facts, for each fact that it can be about. */
    void conclude(Definition definition) {
        Map<Object, List<Conclusion>> found = new HashMap<>();
        for (RuleDefinition rule : definition.rules()) {
            new ConditionWalk(rule, of(rule), matched -> {
                        count(rule);
                        Conclusion conclusion = OwnConclusion.of(rule.concluded(), matched);
                        found.computeIfAbsent(conclusion.subject(), key -> new ArrayList<>(1))
                                .add(conclusion);
                    })
                    .holds();
        }
        for (DefinedAbout fact : subjects(definition)) {
            List<Conclusion> about = found.getOrDefault(fact, List.of());
            fact.conclusions().put(definition, new Result(!about.isEmpty(), OwnConclusion.distinct(definition, about)));
        }
    }

    private List<DefinedAbout> subjects(Definition definition) {
        List<DefinedAbout> subjects = new ArrayList<>();
        for (Object fact : facts) {
            if (definition.subject().isInstance(fact)) {
                subjects.add((DefinedAbout) fact);
            }
        }
        return subjects;
    }

    /** What a definition has concluded about all of them. */
    List<Conclusion> conclusions(Definition definition) {
        List<Conclusion> all = new ArrayList<>();
        for (DefinedAbout fact : subjects(definition)) {
            all.addAll(fact.conclusions().about(fact, definition).facts());
        }
        return all;
    }

    private void count(RuleDefinition rule) {
        if (++conclusions > limit) {
            throw new RunawayRuleException(rule, conclusions, limit, false);
        }
    }

    /** What the patterns of a rule may match, looked up where a condition is an equality with facts matched before. */
    private ConditionWalk.Facts of(RuleDefinition rule) {
        Map<Integer, Lookup> lookups = new HashMap<>();
        return new ConditionWalk.Facts() {
            @Override
            public List<?> of(Pattern pattern, @Nullable Object[] matched) {
                List<?> found = lookups.computeIfAbsent(pattern.slot(), key -> new Lookup(pattern, all(pattern)))
                        .of(matched);
                tried += found.size() + 1;
                if (tried > MOST_TRIED) {
                    throw new RunawayRuleException(rule, MOST_TRIED, false);
                }
                return found;
            }

            @Override
            public boolean mayBeMore(Pattern pattern) {
                return false;
            }

            @Override
            public boolean keepUnknown() {
                return false;
            }
        };
    }

    private List<?> all(Pattern pattern) {
        Definition definition = pattern.type().definition();
        return definition == null
                ? facts.stream().filter(pattern.type()::isInstance).toList()
                : conclusions(definition);
    }

    /** The facts of one pattern for which its conditions on the fact alone hold, by what the others ask for. */
    private static final class Lookup {
        private final List<Join> joins;
        private final Map<List<Object>, List<Object>> byKey = new HashMap<>();

        Lookup(Pattern pattern, List<?> facts) {
            this.joins = pattern.constraints().stream()
                    .filter(constraint -> isLookup(constraint, pattern.slot()))
                    .map(Constraint::join)
                    .map(Objects::requireNonNull)
                    .toList();
            for (Object fact : facts) {
                boolean fits = pattern.constraints().stream()
                        .filter(constraint -> constraint.reading().slots().isEmpty())
                        .allMatch(constraint -> constraint.holds(fact, NO_OTHERS));
                if (fits) {
                    List<Object> key =
                            joins.stream().map(join -> join.key(fact)).toList();
                    byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(fact);
                }
            }
        }

        private static boolean isLookup(Constraint constraint, int own) {
            return constraint.isJoin() && !constraint.reading().slots().contains(own);
        }

        List<?> of(@Nullable Object[] matched) {
            List<Object> wanted = new ArrayList<>(joins.size());
            for (Join join : joins) {
                @Nullable
                Object[] others =
                        join.slots().stream().map(slot -> matched[slot]).toArray();
                wanted.add(join.wanted(others));
            }
            return byKey.getOrDefault(wanted, List.of());
        }
    }
}
