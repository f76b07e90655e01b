package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;

/**
 * A field of a fact that rules can read.
 *
 * @param fact the name of the type of facts that have it
 * @param name as rules write it
 * @param type its type
 * @param choices for a choice, the values it can have; else empty
 * @param factType for a fact, the name of its type
 * @param mayBeUnknown whether it is null where the list does not carry it
 * @param askedThrough the fields of the same fact by which a rule asks for it where it is unknown; empty if it always has
 *     a value, or if null says that there is none
 * @param texts for a text, what it stands for
 * @param description one sentence for analysts
 * @param listed the field of the list that it is as it stands; null if it is made of such fields
 * @param madeOf from what it is made; null if that is not known
 * @param reader reads it from a fact
 */
public record Property(
        String fact,
        String name,
        ValueType type,
        List<String> choices,
        @Nullable String factType,
        boolean mayBeUnknown,
        List<String> askedThrough,
        TextKind texts,
        String description,
        @Nullable FactField listed,
        @Nullable MadeOf madeOf,
        Function<Object, @Nullable Object> reader) {

    Property askedThrough(List<String> fields) {
        return new Property(
                fact, name, type, choices, factType, mayBeUnknown, fields, texts, description, listed, madeOf, reader);
    }

    Property holding(TextKind kind) {
        return new Property(
                fact,
                name,
                type,
                choices,
                factType,
                mayBeUnknown,
                askedThrough,
                kind,
                description,
                listed,
                madeOf,
                reader);
    }

    Property listed(FactField field, MadeOf origin) {
        return new Property(
                fact,
                name,
                type,
                choices,
                factType,
                mayBeUnknown,
                askedThrough,
                texts,
                description,
                field,
                origin,
                reader);
    }

    Property madeOf(MadeOf origin) {
        return new Property(
                fact,
                name,
                type,
                choices,
                factType,
                mayBeUnknown,
                askedThrough,
                texts,
                description,
                listed,
                origin,
                reader);
    }

    /** With the name of its fact in front, such as {@code Subscription.endDate}. */
    public String qualifiedName() {
        return fact + "." + name;
    }

    @Nullable
    Object of(Object fact) {
        return reader.apply(fact);
    }
}
