package org.migrationadvisor.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drools.model.Declaration;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.view.ExprViewItem;
import org.drools.model.view.ViewItem;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Evaluator;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;

/** Turns one checked rule into the executable model of Drools. No code is generated or compiled. */
final class RuleModel {
    private final RuleDefinition rule;
    private final int number;
    private final FactShapes shapes;
    private final Map<Integer, Declaration<Object>> declarations = new HashMap<>();
    private final List<Integer> matched = new ArrayList<>();
    private final Map<Integer, List<Constraint>> rows = new HashMap<>();
    private final List<RuleDefinition.Lookup> lastRows = new ArrayList<>();

    /**
     * @param number the rule's place among all
     * @param shapes takes what the rule's patterns ask of one fact alone
     */
    RuleModel(RuleDefinition rule, int number, FactShapes shapes) {
        this.rule = rule;
        this.number = number;
        this.shapes = shapes;
        rule.conditions().stream()
                .filter(RuleDefinition.Lookup.class::isInstance)
                .map(RuleDefinition.Lookup.class::cast)
                .forEach(this::place);
    }

    /** A row is a condition on the last fact that decides it; one that no fact decides on any, one of a result comes last. */
    private void place(RuleDefinition.Lookup lookup) {
        boolean constant = lookup.presence().reading().slots().isEmpty();
        if (lookup.on() < 0 && !constant) {
            lastRows.add(lookup);
            return;
        }
        int slot = lookup.on() >= 0 ? lookup.on() : rule.subject();
        rows.computeIfAbsent(slot, key -> new ArrayList<>()).add(lookup.presence());
    }

    Rule build() {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof Pattern pattern) {
                items.add(pattern(pattern.with(rows.getOrDefault(pattern.slot(), List.of())), last()));
                matched.add(pattern.slot());
            } else if (condition instanceof RuleDefinition.Group group) {
                items.add(group(group));
            } else if (condition instanceof RuleDefinition.Accumulate accumulate) {
                accumulate(accumulate, items);
            }
        }
        items.add(consequence());
        return PatternDSL.rule("advisor", rule.id()).build(items.toArray(new RuleItemBuilder<?>[0]));
    }

    @SuppressWarnings("unchecked")
    private Declaration<Object> declaration(int slot, Class<?> type) {
        return declarations.computeIfAbsent(
                slot, key -> PatternDSL.declarationOf((Class<Object>) type, "$" + number + "_" + key));
    }

    /** @param before slot of a fact that the pattern's fact is combined with; null if it is the first */
    private PatternDef<Object> pattern(Pattern pattern, @Nullable Integer before) {
        PatternDef<Object> built = PatternDSL.pattern(declaration(pattern.slot(), ShapedFact.class));
        int shape = shapes.add(pattern, number);
        built.expr(String.valueOf(shape), (Predicate1<Object>) fact -> ((ShapedFact) fact).has(shape));
        List<Constraint> combining = pattern.constraints().stream()
                .filter(constraint -> !FactShapes.isOwn(constraint))
                .toList();
        // joins first: a combination that the lookup leaves out is never tried
        combining.stream().filter(Constraint::isJoin).forEach(constraint -> constrain(built, constraint));
        if (before != null) {
            count(built, before, "tries", evaluation -> evaluation.tries(number));
        }
        combining.stream()
                .filter(constraint -> !constraint.isJoin())
                .forEach(constraint -> constrain(built, constraint));
        if (before != null) {
            count(built, before, "keeps", evaluation -> evaluation.keeps(number));
        }
        return built;
    }

    /** Adds a condition that counts and always holds; the other fact in it makes it be asked for each combination. */
    private void count(PatternDef<Object> pattern, Integer before, String what, Predicate<Evaluation> counter) {
        Variable<Object> other = Objects.requireNonNull(declarations.get(before));
        String id = rule.id() + " " + what + " " + pattern.getFirstVariable().getName();
        pattern.expr(
                id, other, (Predicate2<Object, Object>) (fact, a) -> counter.test(((ShapedFact) fact).evaluation()));
    }

    /** The slot of the last fact or result that is there; null if there is none yet. */
    private @Nullable Integer last() {
        return matched.isEmpty() ? null : matched.get(matched.size() - 1);
    }

    private void constrain(PatternDef<Object> pattern, Constraint constraint) {
        List<Integer> slots = constraint.reading().slots();
        String id = rule.id() + constraint.text();
        switch (slots.size()) {
            case 1 -> one(pattern, constraint, id);
            case 2 ->
                pattern.expr(id, other(slots, 0), other(slots, 1), (Predicate3<Object, Object, Object>)
                        (fact, a, b) -> holds(constraint, fact, a, b));
            case 3 ->
                pattern.expr(id, other(slots, 0), other(slots, 1), other(slots, 2), (Predicate4<
                                Object, Object, Object, Object>)
                        (fact, a, b, c) -> holds(constraint, fact, a, b, c));
            default -> throw new IllegalStateException("a condition with " + slots.size() + " other facts");
        }
    }

    private void one(PatternDef<Object> pattern, Constraint constraint, String id) {
        Variable<Object> other = other(constraint.reading().slots(), 0);
        Predicate2<Object, Object> predicate = (fact, a) -> holds(constraint, fact, a);
        RuleDefinition.Join join = constraint.join();
        if (join == null || !constraint.isJoin()) {
            pattern.expr(id, other, predicate);
            return;
        }
        pattern.expr(
                id,
                other,
                predicate,
                PatternDSL.betaIndexedBy(
                        Object.class,
                        org.drools.model.Index.ConstraintType.EQUAL,
                        0,
                        fact -> join.key(((ShapedFact) fact).fact()),
                        a -> join.wanted(ShapedFact.fact(a))));
    }

    private static boolean holds(Constraint constraint, Object fact, @Nullable Object... others) {
        for (int i = 0; i < others.length; i++) {
            others[i] = ShapedFact.fact(others[i]);
        }
        return constraint.holds(((ShapedFact) fact).fact(), others);
    }

    private Variable<Object> other(List<Integer> slots, int index) {
        return Objects.requireNonNull(declarations.get(slots.get(index)));
    }

    private ExprViewItem<?> group(RuleDefinition.Group group) {
        List<PatternDef<Object>> patterns = new ArrayList<>();
        Integer before = last();
        for (Pattern pattern : group.patterns()) {
            patterns.add(pattern(pattern, before));
            before = pattern.slot();
        }
        PatternDef<Object> first = patterns.get(0);
        PatternDef<?>[] rest = patterns.subList(1, patterns.size()).toArray(new PatternDef<?>[0]);
        return group.negated() ? PatternDSL.not(first, rest) : PatternDSL.exists(first, rest);
    }

    private void accumulate(RuleDefinition.Accumulate accumulate, List<RuleItemBuilder<?>> items) {
        PatternDef<Object> pattern = pattern(accumulate.pattern(), last());
        Supplier<ExactFunction> exact = () -> new ExactFunction(accumulate.function());
        AccumulateFunction function;
        if (accumulate.argument() == null) {
            function = PatternDSL.accFunction(exact);
        } else {
            Evaluator argument = accumulate.argument().term();
            Declaration<Object> value =
                    PatternDSL.declarationOf(Object.class, "$" + number + "_value" + accumulate.slot());
            pattern.bind(value, own -> argument.of(null, new Object[] {ShapedFact.fact(own)}));
            function = PatternDSL.accFunction(exact, value);
        }
        Declaration<Object> result = declaration(accumulate.slot(), Object.class);
        items.add(PatternDSL.accumulate((ViewItem<?>) pattern, function.as(result)));
        matched.add(accumulate.slot());
        if (!accumulate.constraints().isEmpty()) {
            PatternDef<Object> bound = PatternDSL.pattern(result);
            accumulate
                    .constraints()
                    .forEach(constraint -> bound.expr(rule.id() + constraint.text(), (Predicate1<Object>)
                            own -> constraint.holds(null, new Object[] {own})));
            items.add(bound);
        }
    }

    private RuleItemBuilder<ConsequenceImpl> consequence() {
        int[] slots = matched.stream().mapToInt(Integer::intValue).toArray();
        int subject = matched.indexOf(rule.subject());
        BlockN block = arguments -> {
            @Nullable Object[] facts = new @Nullable Object[rule.slots()];
            for (int i = 0; i < slots.length; i++) {
                facts[slots[i]] = ShapedFact.fact(arguments[i]);
            }
            ShapedFact about = (ShapedFact) arguments[subject];
            if (lastRows.stream().allMatch(lookup -> lookup.holds(facts))) {
                about.evaluation().add(number, about.customer(), facts);
            }
        };
        Variable<?>[] variables = matched.stream().map(declarations::get).toArray(Variable<?>[]::new);
        return () -> new ConsequenceImpl(block, variables, false, false, "java");
    }
}
