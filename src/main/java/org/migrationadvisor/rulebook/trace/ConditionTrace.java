package org.migrationadvisor.rulebook.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Conclusion;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** How one condition of a rule fared for one choice of facts. Immutable. */
public final class ConditionTrace {
    /** What {@link #values()} holds for a fact that is not known. */
    public static final String UNKNOWN = "unknown";

    /** The name of the place of a row in {@link #values()}. */
    public static final String ROW = "row";

    /** What the condition asks for. */
    public enum Kind {
        /** That there is a fact of a type at all; what must hold for it are the conditions after it. */
        FACT,
        /** That there is a fact of a type, and nothing else of it. */
        ANY,
        /** That something holds for a fact. */
        CONSTRAINT,
        /** That no facts match, {@code not}. */
        NONE,
        /** That some facts match, {@code exists}. */
        SOME,
        /** That a table has a row; what must hold for it are the conditions after it. */
        ROW,
        /** That a table does not have a row. */
        NO_ROW,
        /** That there is a number to be made of the facts that match, {@code accumulate}. */
        RESULT
    }

    /** How it fared. */
    public enum Outcome {
        HELD,
        FAILED,
        /** A condition before it failed, so that it could not be asked. */
        NOT_REACHED
    }

    private final Tracer.Context context;
    private final Kind kind;
    private final Span span;
    private final Outcome outcome;
    private final @Nullable Constraint constraint;
    private final @Nullable Object self;
    private final @Nullable Object[] facts;
    private final List<ConditionTrace> inner;
    private final Optional<Lookup> lookup;

    ConditionTrace(
            Tracer.Context context,
            Kind kind,
            Span span,
            Outcome outcome,
            @Nullable Constraint constraint,
            @Nullable Object self,
            @Nullable Object[] facts,
            List<ConditionTrace> inner,
            Optional<Lookup> lookup) {
        this.lookup = lookup;
        this.context = context;
        this.kind = kind;
        this.span = span;
        this.outcome = outcome;
        this.constraint = constraint;
        this.self = self;
        this.facts = Arrays.copyOf(facts, facts.length);
        this.inner = List.copyOf(inner);
    }

    public Kind kind() {
        return kind;
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean held() {
        return outcome == Outcome.HELD;
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** The condition as it stands in the rule file, on one line; a fact without what must hold for it. */
    public String text() {
        if (kind == Kind.FACT || kind == Kind.ROW) {
            return source(span).replaceFirst("\\(.*", "( ... )");
        }
        return source(span);
    }

    /** A part of the condition as it stands in the rule file, on one line. */
    public String source(Span part) {
        SourceFile file = context.rule().file();
        return file.text(part).replaceAll("\\s+", " ").strip();
    }

    /** Its line in the rule file, counted from 1. */
    public int line() {
        return context.rule().file().line(span.start());
    }

    /** Its column in that line, counted from 1. */
    public int column() {
        return context.rule().file().column(span.start());
    }

    /** The condition on a fact; empty unless it is one. */
    public Optional<Constraint> constraint() {
        return Optional.ofNullable(constraint);
    }

    /** The row that is asked for; empty unless it is about one. */
    public Optional<Lookup> lookup() {
        return lookup;
    }

    /**
     * For {@code not} and {@code exists}: the conditions on the facts that matched or, where none did, on those that
     * came nearest; else empty.
     */
    public List<ConditionTrace> inner() {
        return inner;
    }

    /** Reads a part of the condition; empty if it is unknown or no value. */
    public Optional<Object> value(Syntax.Expression part) {
        Reading reading = constraint == null ? null : constraint.parts().reading(part);
        return reading == null ? Optional.empty() : Optional.ofNullable(reading.of(self, facts));
    }

    /**
     * What the condition read, by the name of the field or policy value, in the order of the condition; a fact that is
     * not known is {@link #UNKNOWN}. Empty if it was not reached.
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Integer> slots = new LinkedHashMap<>();
        if (lookup.isPresent() && outcome != Outcome.NOT_REACHED) {
            return asked(lookup.get());
        }
        if (constraint == null || outcome == Outcome.NOT_REACHED) {
            return values;
        }
        for (FieldRead field : constraint.reading().fields()) {
            if (field.path().get(field.path().size() - 1).type() != ValueType.FACT) {
                String name = field.name();
                Integer before = slots.putIfAbsent(name, field.slot());
                if (before != null && before != field.slot()) {
                    name = context.name(field.slot()) + "." + name;
                }
                Object value = read(field);
                values.put(name, value == null ? UNKNOWN : value);
            }
        }
        for (int slot : constraint.reading().slots()) {
            if (context.isResult(slot)) {
                Object value = facts[slot];
                values.put(context.name(slot), value == null ? UNKNOWN : value);
            }
        }
        return values;
    }

    /** How the definitions came out that the condition read; empty if it was not reached. */
    public List<ConclusionTrace> conclusions() {
        List<ConclusionTrace> traces = new ArrayList<>();
        if (self instanceof Conclusion matched && constraint == null) {
            trace(matched.definition(), matched.subject()).ifPresent(traces::add);
        }
        if (constraint != null && outcome != Outcome.NOT_REACHED) {
            for (FieldRead field : constraint.reading().fields()) {
                List<Property> path = field.path();
                int last = path.size() - 1;
                Definition definition = Definition.behind(path.get(last));
                Object subject = definition == null ? null : read(new FieldRead(field.slot(), path.subList(0, last)));
                if (definition != null && subject != null) {
                    trace(definition, subject).ifPresent(traces::add);
                }
            }
        }
        return traces;
    }

    /** The rule that concluded a definition about a fact, or came nearest to it. */
    private Optional<ConclusionTrace> trace(Definition definition, Object subject) {
        return definition.rules().stream()
                .flatMap(rule -> RuleTrace.of(rule, context.facts(), context.policy()).nearest(subject).stream()
                        .filter(attempt -> attempt.subject() == subject)
                        .map(attempt -> new ConclusionTrace(definition, subject, rule, attempt)))
                .min(Comparator.comparing(
                                (ConclusionTrace trace) -> !trace.attempt().held())
                        .thenComparing(ConclusionTrace::attempt, Attempt.NEAREST_FIRST));
    }

    /** What a table was asked for, and the place of the row that it has. */
    private Map<String, Object> asked(Lookup asked) {
        Map<String, Object> values = new LinkedHashMap<>();
        asked.key().forEach(column -> {
            Object value = column.reading().of(null, facts);
            values.put(column.name(), value == null ? UNKNOWN : value);
        });
        TableRow row = asked.found(facts);
        if (row != null) {
            values.put(ROW, row.place());
        }
        return values;
    }

    private @Nullable Object read(FieldRead field) {
        Object value =
                switch (field.slot()) {
                    case FieldRead.OWN -> self;
                    case FieldRead.POLICY -> context.policy();
                    default -> facts[field.slot()];
                };
        for (Property property : field.path()) {
            value = value == null ? null : property.reader().apply(value);
        }
        return value;
    }
}
