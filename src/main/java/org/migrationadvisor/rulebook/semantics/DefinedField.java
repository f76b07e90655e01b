package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a fact what a definition concludes about it.
 *
 * @param definition the definition
 * @param value which of its values, counted from 0; {@link #TRUTH} for whether it holds
 */
record DefinedField(Definition definition, int value) implements Function<Object, @Nullable Object> {
    private static final int TRUTH = -1;

    /** The fields that a definition adds to the fact it is about: that it holds, and each value there is one of. */
    static List<Property> of(Definition definition) {
        String fact = definition.subject().name();
        Property truth = property(
                fact,
                definition.truthField(),
                ValueType.TRUTH,
                List.of(),
                definition.about(),
                new DefinedField(definition, TRUTH));
        Stream<Property> values = IntStream.range(0, definition.values().size())
                .filter(i -> isField(definition.values().get(i)))
                .mapToObj(i -> {
                    Definition.Value value = definition.values().get(i);
                    return property(
                            fact,
                            value.name(),
                            value.type(),
                            value.choices(),
                            value.about(),
                            new DefinedField(definition, i));
                });
        return Stream.concat(Stream.of(truth), values).toList();
    }

    /** Whether a fact has one of the value, or none. */
    private static boolean isField(Definition.Value value) {
        return !value.isKey() && value.type() != ValueType.FACT;
    }

    private static Property property(
            String fact,
            String name,
            ValueType type,
            List<String> choices,
            String description,
            Function<Object, @Nullable Object> reader) {
        return new Property(
                fact, name, type, choices, null, true, List.of(), TextKind.ANY, description, null, null, reader);
    }

    @Override
    public @Nullable Object apply(Object fact) {
        Conclusions.Result result = ((DefinedAbout) fact).conclusions().about(fact, definition);
        if (value == TRUTH) {
            return result.truth();
        }
        return result.facts().isEmpty() ? null : result.facts().get(0).value(value);
    }
}
