package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact that rules can read.
 *
 * @param name as rules write it
 * @param type its type
 * @param choices for a choice, the values it can have; else empty
 * @param factType for a fact, the name of its type
 * @param mayBeUnknown whether it is null where the list does not carry it
 * @param askedThrough the fields of the same fact by which a rule asks for it where it is unknown; empty if it always has
 *     a value, or if null says that there is none
 * @param texts for a text, what it stands for
 * @param description one sentence for analysts
 * @param reader reads it from a fact
 */
public record Property(
        String name,
        ValueType type,
        List<String> choices,
        @Nullable String factType,
        boolean mayBeUnknown,
        List<String> askedThrough,
        TextKind texts,
        String description,
        Function<Object, @Nullable Object> reader) {

    Property askedThrough(List<String> fields) {
        return new Property(name, type, choices, factType, mayBeUnknown, fields, texts, description, reader);
    }

    Property holding(TextKind kind) {
        return new Property(name, type, choices, factType, mayBeUnknown, askedThrough, kind, description, reader);
    }

    @Nullable
    Object of(Object fact) {
        return reader.apply(fact);
    }
}
