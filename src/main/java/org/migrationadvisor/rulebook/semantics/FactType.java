package org.migrationadvisor.rulebook.semantics;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldType;

/** A kind of fact that rules can match, with its fields. */
public final class FactType {
    private final String name;
    private final Class<?> javaType;
    private final FactTable table;
    private final Map<String, Property> properties;
    private final @Nullable Definition definition;

    private FactType(
            String name,
            Class<?> javaType,
            FactTable table,
            Map<String, Property> properties,
            @Nullable Definition definition) {
        this.table = table;
        this.name = name;
        this.javaType = javaType;
        this.properties = properties;
        this.definition = definition;
    }

    /** The conclusions of a definition: the fact that they are about, and their values. */
    static FactType of(Definition definition) {
        Builder<Conclusion> fields = builder(definition.name(), Conclusion.class, (conclusion, field) -> null);
        String subject = definition.subject().name();
        fields.fact(definition.subjectField(), Conclusion::subject, subject, "The " + subject + " that it is about.");
        List<Definition.Value> values = definition.values();
        for (int i = 0; i < values.size(); i++) {
            Definition.Value value = values.get(i);
            int at = i;
            fields.add(
                    value.name(),
                    value.type(),
                    value.choices(),
                    value.factType(),
                    value.type() != ValueType.FACT,
                    value.about(),
                    conclusion -> conclusion.value(at));
            fields.orNone();
        }
        return new FactType(
                definition.name(), Conclusion.class, definition.subject().table(), fields.properties, definition);
    }

    /** The same kind of fact with further fields. */
    FactType with(List<Property> further) {
        Map<String, Property> all = new LinkedHashMap<>(properties);
        further.forEach(property -> all.put(property.name(), property));
        return new FactType(name, javaType, table, all, definition);
    }

    /** What its facts are concluded by; null if a list brings them. */
    public @Nullable Definition definition() {
        return definition;
    }

    public boolean isInstance(Object fact) {
        return definition == null
                ? javaType.isInstance(fact)
                : fact instanceof Conclusion conclusion && conclusion.definition() == definition;
    }

    /** Stands for the kind in maps; equal to {@link #kindOf} of its facts. */
    public Object kind() {
        return definition == null ? javaType : definition;
    }

    /** Stands for the kind of a fact in maps. */
    public static Object kindOf(Object fact) {
        return fact instanceof Conclusion conclusion ? conclusion.definition() : fact.getClass();
    }

    public String name() {
        return name;
    }

    public Class<?> javaType() {
        return javaType;
    }

    /** Whether facts of this kind are there to be matched, as opposed to values of the policy and rows of tables. */
    boolean isFact() {
        return javaType != Map.class && javaType != TableRow.class;
    }

    /** The fields that the list can carry. */
    public FactTable table() {
        return table;
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

    /** How rules read the rows of a table. */
    static FactType ofTable(String name, List<Property> columns) {
        Map<String, Property> properties = new LinkedHashMap<>();
        columns.forEach(column -> properties.put(column.name(), column));
        return new FactType(name, TableRow.class, FactTable.STANDARD, properties, null);
    }

    /** @param values reads a field of the list from a fact */
    static <T> Builder<T> builder(String name, Class<T> javaType, BiFunction<T, FactField, @Nullable Object> values) {
        return new Builder<>(name, javaType, values);
    }

    static final class Builder<T> {
        private final String name;
        private final Class<T> javaType;
        private final BiFunction<T, FactField, @Nullable Object> values;
        private final Map<String, Property> properties = new LinkedHashMap<>();
        private String last = "";

        private Builder(String name, Class<T> javaType, BiFunction<T, FactField, @Nullable Object> values) {
            this.name = name;
            this.javaType = javaType;
            this.values = values;
        }

        Builder<T> text(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.TEXT, List.of(), null, true, description, reader);
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
            add(property, ValueType.FACT, List.of(), factType, false, description, reader);
            return madeOf(MadeOf.NOTHING);
        }

        Builder<T> texts(String property, Function<T, @Nullable Object> reader, String description) {
            return add(property, ValueType.TEXTS, List.of(), null, false, description, reader);
        }

        /** A field that is null where the list does not carry it. */
        Builder<T> unknowable(
                String property, ValueType type, Function<T, @Nullable Object> reader, String description) {
            return add(property, type, List.of(), null, true, description, reader);
        }

        /** A field of the list as it stands. */
        Builder<T> listed(FactField field) {
            boolean id = field == FactFields.CUSTOMER_ID || field == FactFields.SUBSCRIPTION_ID;
            Function<T, @Nullable Object> reader = fact -> values.apply(fact, field);
            boolean choice = field.type().isChoice();
            add(
                    field.name(),
                    FactTypes.valueType(field.type()),
                    field.choices(),
                    null,
                    !choice && !id,
                    field.about(),
                    reader);
            change(property -> property.listed(field, id ? MadeOf.NOTHING : MadeOf.of(field))
                    .holding(kind(field.type())));
            return id ? this : askedThrough(field.askedThrough().toArray(String[]::new));
        }

        private static TextKind kind(FieldType type) {
            return switch (type) {
                case COUNTRY -> TextKind.COUNTRY;
                case CURRENCY -> TextKind.CURRENCY;
                default -> TextKind.ANY;
            };
        }

        /** Names the fields by which a rule asks for the last one added, instead of itself. */
        Builder<T> askedThrough(String... fields) {
            return change(property -> property.askedThrough(List.of(fields)));
        }

        /** Says what the texts of the last field added stand for. */
        Builder<T> holding(TextKind kind) {
            return change(property -> property.holding(kind));
        }

        /** Says of the last field added that null means that there is none, which nobody has to ask for. */
        Builder<T> orNone() {
            return askedThrough();
        }

        /** Says from which fields of the list the last field added is made. */
        Builder<T> from(FactField... fields) {
            return madeOf(MadeOf.of(fields));
        }

        /** Says that the last field added counts days, or compares dates, between the as-of date and these fields. */
        Builder<T> daysFrom(FactField... fields) {
            return madeOf(new MadeOf(List.of(fields), false, true, false));
        }

        /** Says that the last field added is made of the as-of date itself and of these fields. */
        Builder<T> asOfAnd(FactField... fields) {
            return madeOf(new MadeOf(List.of(fields), true, false, false));
        }

        /** Says that the last field added is made of these fields of all subscriptions. */
        Builder<T> fromAll(FactField... fields) {
            return madeOf(new MadeOf(List.of(fields), false, false, true));
        }

        private Builder<T> madeOf(MadeOf origin) {
            return change(property -> property.madeOf(origin));
        }

        private Builder<T> change(Function<Property, Property> change) {
            properties.computeIfPresent(last, (key, property) -> change.apply(property));
            return this;
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
                            name,
                            property,
                            type,
                            choices,
                            factType,
                            mayBeUnknown,
                            asked,
                            TextKind.ANY,
                            description,
                            null,
                            null,
                            untyped));
            last = property;
            return this;
        }

        FactType build() {
            return new FactType(name, javaType, FactTable.STANDARD, properties, null);
        }

        /** With the fields of a table that rules read and that have no place of their own yet. */
        FactType build(FactTable table, FactField.Owner owner) {
            for (FactField field : table.fields(owner)) {
                if (field.isReadByRules() && !properties.containsKey(field.name())) {
                    listed(field);
                }
            }
            return new FactType(name, javaType, table, properties, null);
        }
    }
}
