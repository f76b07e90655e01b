package org.migrationadvisor.rulebook.semantics;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kind of fact that rules can match, with its fields. */
public final class FactType {
    private final String name;
    private final Class<?> javaType;
    private final Map<String, Property> properties;

    private FactType(String name, Class<?> javaType, Map<String, Property> properties) {
        this.name = name;
        this.javaType = javaType;
        this.properties = properties;
    }

    public String name() {
        return name;
    }

    public Class<?> javaType() {
        return javaType;
    }

    public @Nullable Property property(String property) {
        return properties.get(property);
    }

    /** The fields in the order in which analysts read them. */
    public Collection<Property> properties() {
        return Collections.unmodifiableCollection(properties.values());
    }

    public List<String> propertyNames() {
        return List.copyOf(properties.keySet());
    }

    static <T> Builder<T> builder(String name, Class<T> javaType) {
        return new Builder<>(name, javaType);
    }

    static final class Builder<T> {
        private final String name;
        private final Class<T> javaType;
        private final Map<String, Property> properties = new LinkedHashMap<>();
        private String last = "";

        private Builder(String name, Class<T> javaType) {
            this.name = name;
            this.javaType = javaType;
        }

        Builder<T> text(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.TEXT, List.of(), null, true, description, reader);
        }

        Builder<T> id(Function<T, @Nullable Object> reader, String description) {
            return add("id", ValueType.TEXT, List.of(), null, false, description, reader);
        }

        Builder<T> choice(
                String property, Function<T, @Nullable Object> reader, List<String> choices, String description) {
            return add(property, ValueType.CHOICE, choices, null, false, description, reader);
        }

        Builder<T> truth(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.TRUTH, List.of(), null, false, description, reader);
        }

        Builder<T> count(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.WHOLE, List.of(), null, false, description, reader);
        }

        Builder<T> date(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.DATE, List.of(), null, false, description, reader);
        }

        Builder<T> fact(String property, Function<T, @Nullable Object> reader, String factType, String description) {
            return add(property, ValueType.FACT, List.of(), factType, false, description, reader);
        }

        Builder<T> texts(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.TEXTS, List.of(), null, false, description, reader);
        }

        /** A field that is null where the list does not carry it. */
        Builder<T> unknowable(
                String property, ValueType type, Function<T, @Nullable Object> reader, String description) {
            return add(property, type, List.of(), null, true, description, reader);
        }

        /** Names the fields by which a rule asks for the last one added, instead of itself. */
        Builder<T> askedThrough(String... fields) {
            properties.computeIfPresent(last, (name, property) -> property.askedThrough(List.of(fields)));
            return this;
        }

        /** Says what the texts of the last field added stand for. */
        Builder<T> holding(TextKind kind) {
            properties.computeIfPresent(last, (name, property) -> property.holding(kind));
            return this;
        }

        /** Says of the last field added that null means that there is none, which nobody has to ask for. */
        Builder<T> orNone() {
            return askedThrough();
        }

        private Builder<T> add(
                String property,
                ValueType type,
                List<String> choices,
                @Nullable String factType,
                boolean mayBeUnknown,
                String description,
                Function<T, @Nullable Object> reader) {
            @SuppressWarnings("unchecked") // a pattern hands only facts of its type to the readers of its fields
            Function<Object, @Nullable Object> untyped = (Function<Object, @Nullable Object>) (Function<?, ?>) reader;
            List<String> asked = mayBeUnknown || choices.contains(Vocabulary.UNKNOWN) ? List.of(property) : List.of();
            properties.put(
                    property,
                    new Property(
                            property,
                            type,
                            choices,
                            factType,
                            mayBeUnknown,
                            asked,
                            TextKind.ANY,
                            description,
                            untyped));
            last = property;
            return this;
        }

        FactType build() {
            return new FactType(name, javaType, properties);
        }
    }
}
