package org.migrationadvisor.rulebook.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Accumulation;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Accumulate;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Group;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Pattern;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.rulebook.trace.ConditionTrace.Kind;
import org.migrationadvisor.rulebook.trace.ConditionTrace.Outcome;

/** Tries the facts on the conditions of one rule, in the order of the file. One instance serves one walk. */
final class Tracer {

    /** What is the same for all conditions of a rule. */
    static final class Context {
        private final RuleDefinition rule;
        private final Map<String, Object> policy;
        private final Collection<?> facts;
        private final Map<Integer, String> names = new HashMap<>();
        private final Map<Integer, String> results = new HashMap<>();

        Context(RuleDefinition rule, Map<String, Object> policy, Collection<?> facts) {
            this.rule = rule;
            this.policy = policy;
            this.facts = facts;
            for (RuleDefinition.Condition condition : rule.conditions()) {
                patterns(condition)
                        .forEach(pattern -> names.put(
                                pattern.slot(),
                                pattern.binding() == null ? pattern.type().name() : pattern.binding()));
                if (condition instanceof Lookup lookup) {
                    names.put(
                            lookup.slot(),
                            lookup.binding() == null ? lookup.table().name() : lookup.binding());
                }
                if (condition instanceof Accumulate accumulate) {
                    results.put(accumulate.slot(), result(accumulate));
                }
            }
        }

        private String result(Accumulate accumulate) {
            return rule.syntax().conditions().stream()
                    .filter(condition -> condition.span().equals(accumulate.span()))
                    .map(condition -> ((Syntax.Accumulate) condition).result().text())
                    .findFirst()
                    .orElse(accumulate.function());
        }

        RuleDefinition rule() {
            return rule;
        }

        Map<String, Object> policy() {
            return policy;
        }

        Collection<?> facts() {
            return facts;
        }

        /** The variable of a fact or result, or what it is where it has none. */
        String name(int slot) {
            return results.getOrDefault(slot, names.getOrDefault(slot, "this"));
        }

        boolean isResult(int slot) {
            return results.containsKey(slot);
        }

        private static List<Pattern> patterns(RuleDefinition.Condition condition) {
            if (condition instanceof Pattern pattern) {
                return List.of(pattern);
            }
            if (condition instanceof Lookup) {
                return List.of();
            }
            return condition instanceof Group group ? group.patterns() : List.of(((Accumulate) condition).pattern());
        }
    }

    private final Context context;
    private final Consumer<Attempt> attempts;
    private final @Nullable Object[] slots;
    private final List<ConditionTrace> done = new ArrayList<>();

    Tracer(Context context, Consumer<Attempt> attempts) {
        this.context = context;
        this.attempts = attempts;
        this.slots = new @Nullable Object[context.rule().slots()];
    }

    void walk() {
        from(0);
    }

    private void from(int index) {
        List<RuleDefinition.Condition> conditions = context.rule().conditions();
        if (index == conditions.size()) {
            attempts.accept(new Attempt(done, slots[context.rule().subject()]));
            return;
        }
        RuleDefinition.Condition condition = conditions.get(index);
        int before = done.size();
        if (condition instanceof Pattern pattern) {
            pattern(pattern, index);
        } else if (condition instanceof Group group) {
            ConditionTrace trace = group(group);
            done.add(trace);
            goOn(trace.held(), index);
        } else if (condition instanceof Lookup lookup) {
            goOn(lookup(lookup), index);
        } else {
            goOn(accumulate((Accumulate) condition), index);
        }
        cut(before);
    }

    private void cut(int size) {
        done.subList(size, done.size()).clear();
    }

    private void goOn(boolean held, int index) {
        if (held) {
            from(index + 1);
            return;
        }
        for (RuleDefinition.Condition later : context.rule()
                .conditions()
                .subList(index + 1, context.rule().conditions().size())) {
            notReached(later);
        }
        attempts.accept(new Attempt(done, slots[context.rule().subject()]));
    }

    private void pattern(Pattern pattern, int index) {
        List<Object> candidates = candidates(pattern);
        int before = done.size();
        if (candidates.isEmpty()) {
            done.add(trace(kind(pattern), pattern.span(), Outcome.FAILED, List.of()));
            notReached(pattern.constraints());
            goOn(false, index);
        }
        for (Object candidate : candidates) {
            slots[pattern.slot()] = candidate;
            done.add(new ConditionTrace(
                    context,
                    kind(pattern),
                    pattern.span(),
                    Outcome.HELD,
                    null,
                    candidate,
                    slots,
                    List.of(),
                    Optional.empty()));
            goOn(ask(pattern.constraints(), candidate, done), index);
            cut(before);
        }
        slots[pattern.slot()] = null;
    }

    private static Kind kind(Pattern pattern) {
        return pattern.constraints().isEmpty() ? Kind.ANY : Kind.FACT;
    }

    private List<Object> candidates(Pattern pattern) {
        List<Object> found = new ArrayList<>();
        context.facts().stream().filter(pattern.type()::isInstance).forEach(found::add);
        return found;
    }

    /** Asks all constraints, also behind one that failed; tells whether all held. */
    private boolean ask(List<Constraint> constraints, @Nullable Object self, List<ConditionTrace> into) {
        boolean all = true;
        for (Constraint constraint : constraints) {
            boolean held = Boolean.TRUE.equals(constraint.reading().of(self, slots));
            into.add(trace(constraint, held ? Outcome.HELD : Outcome.FAILED, self));
            all &= held;
        }
        return all;
    }

    private ConditionTrace group(Group group) {
        Inner inner = new Inner();
        inner.from(group.patterns(), new ArrayList<>());
        boolean held = inner.matched != group.negated();
        return trace(
                group.negated() ? Kind.NONE : Kind.SOME,
                group.span(),
                held ? Outcome.HELD : Outcome.FAILED,
                inner.nearest);
    }

    /** Looks for facts that match the patterns of a group. */
    private final class Inner {
        private boolean matched;
        private int reached = -1;
        private List<ConditionTrace> nearest = List.of();

        void from(List<Pattern> patterns, List<ConditionTrace> before) {
            if (patterns.isEmpty()) {
                keep(before);
                matched = true;
                return;
            }
            Pattern pattern = patterns.get(0);
            for (Object candidate : candidates(pattern)) {
                slots[pattern.slot()] = candidate;
                List<ConditionTrace> traces = new ArrayList<>(before);
                if (ask(pattern.constraints(), candidate, traces)) {
                    from(patterns.subList(1, patterns.size()), traces);
                } else {
                    keep(traces);
                }
                if (matched) {
                    break;
                }
            }
            slots[pattern.slot()] = null;
        }

        private void keep(List<ConditionTrace> traces) {
            int held = (int) traces.stream().takeWhile(ConditionTrace::held).count();
            if (held > reached) {
                reached = held;
                nearest = List.copyOf(traces);
            }
        }
    }

    private boolean lookup(Lookup lookup) {
        TableRow row = lookup.found(slots);
        slots[lookup.slot()] = row;
        if (lookup.negated()) {
            boolean held = lookup.holds(slots);
            done.add(trace(lookup, held ? Outcome.HELD : Outcome.FAILED));
            return held;
        }
        done.add(trace(lookup, row == null ? Outcome.FAILED : Outcome.HELD));
        if (row == null) {
            notReached(lookup.constraints());
            return false;
        }
        return ask(lookup.constraints(), row, done);
    }

    private boolean accumulate(Accumulate accumulate) {
        List<@Nullable Object> values = new ArrayList<>();
        Pattern pattern = accumulate.pattern();
        for (Object candidate : candidates(pattern)) {
            slots[pattern.slot()] = candidate;
            if (ask(pattern.constraints(), candidate, new ArrayList<>())) {
                values.add(
                        accumulate.argument() == null
                                ? candidate
                                : accumulate.argument().of(candidate, slots));
            }
        }
        slots[pattern.slot()] = null;
        Optional<Object> result = Accumulation.of(accumulate.function(), values);
        slots[accumulate.slot()] = result.orElse(null);
        Outcome outcome = result.isPresent() ? Outcome.HELD : Outcome.FAILED;
        done.add(trace(Kind.RESULT, accumulate.span(), outcome, List.of()));
        if (result.isEmpty()) {
            notReached(accumulate.constraints());
            return false;
        }
        return ask(accumulate.constraints(), null, done);
    }

    private void notReached(RuleDefinition.Condition condition) {
        if (condition instanceof Pattern pattern) {
            done.add(trace(kind(pattern), pattern.span(), Outcome.NOT_REACHED, List.of()));
            notReached(pattern.constraints());
        } else if (condition instanceof Group group) {
            Kind kind = group.negated() ? Kind.NONE : Kind.SOME;
            done.add(trace(kind, group.span(), Outcome.NOT_REACHED, List.of()));
        } else if (condition instanceof Lookup lookup) {
            done.add(trace(lookup, Outcome.NOT_REACHED));
            notReached(lookup.negated() ? List.of() : lookup.constraints());
        } else {
            Accumulate accumulate = (Accumulate) condition;
            done.add(trace(Kind.RESULT, accumulate.span(), Outcome.NOT_REACHED, List.of()));
            notReached(accumulate.constraints());
        }
    }

    private void notReached(List<Constraint> constraints) {
        constraints.forEach(constraint -> done.add(trace(constraint, Outcome.NOT_REACHED, null)));
    }

    private ConditionTrace trace(Constraint constraint, Outcome outcome, @Nullable Object self) {
        return new ConditionTrace(
                context,
                Kind.CONSTRAINT,
                constraint.span(),
                outcome,
                constraint,
                self,
                slots,
                List.of(),
                Optional.empty());
    }

    private ConditionTrace trace(Lookup lookup, Outcome outcome) {
        Kind kind = lookup.negated() ? Kind.NO_ROW : Kind.ROW;
        return new ConditionTrace(
                context, kind, lookup.span(), outcome, null, null, slots, List.of(), Optional.of(lookup));
    }

    private ConditionTrace trace(Kind kind, Span span, Outcome outcome, List<ConditionTrace> inner) {
        return new ConditionTrace(context, kind, span, outcome, null, null, slots, inner, Optional.empty());
    }
}
