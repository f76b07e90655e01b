package org.migrationadvisor.rulebook.semantics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that a condition can name. A scope inside {@code not} or {@code exists} sees those around it. */
final class Scope {

    /** What a variable stands for. */
    sealed interface Variable {}

    /** A fact. */
    record Fact(int slot, FactType type) implements Variable {}

    /** A result of {@code accumulate}. */
    record Result(int slot, ValueType type) implements Variable {}

    /** A field of a fact. */
    record FieldOf(int slot, List<Property> path) implements Variable {}

    /** A row of a table. */
    record Row(LookupPattern lookup) implements Variable {}

    /** A column of a row. */
    record Column(LookupPattern lookup, Property property) implements Variable {}

    /** A value of the policy, fixed when the rules are loaded; null if it is not set. */
    record Constant(Property property, @Nullable Object value) implements Variable {}

    /** What could not be read; all that follows from it need not be told. */
    record Broken() implements Variable {}

    private final @Nullable Scope outer;
    private final Map<String, Variable> variables = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    @Nullable
    Variable find(String name) {
        Variable found = variables.get(name);
        return found == null && outer != null ? outer.find(name) : found;
    }

    void add(String name, Variable variable) {
        variables.put(name, variable);
    }

    Set<String> names() {
        Set<String> names = outer == null ? new TreeSet<>() : outer.names();
        names.addAll(variables.keySet());
        return names;
    }
}
