package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;

/** The words of the rule language: the facts with their fields, and the values of the policy. */
public final class Vocabulary {
    /** The pattern through which rules read {@code policy.yaml}. */
    public static final String POLICY = "Policy";

    /** The value of a choice that is not known. */
    public static final String UNKNOWN = "unknown";

    /** Who can act on a recommendation. */
    public static final List<String> ACTORS = List.of("partner", "customer", "source-partner", "microsoft");

    private final List<FactType> facts;
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final boolean complete;
    private final Map<String, Object> policy;
    private final Set<String> unset;
    private final Predicate<String> brokenField;
    private final Predicate<String> brokenPolicy;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<String> brokenTables = new HashSet<>();

    /**
     * @param fields the fields that lists can carry
     * @param brokenField whether an own column is there and could not be read, by its name behind that of its fact
     * @param policy the values of {@code policy.yaml} by name: whole numbers, decimals, texts, dates, truth values
     *     and lists of texts
     * @param unset the types of the values that are not set, by name
     * @param brokenPolicy whether a value is there and could not be read
     */
    public Vocabulary(
            FactTable fields,
            Predicate<String> brokenField,
            Map<String, Object> policy,
            Map<String, ValueType> unset,
            Predicate<String> brokenPolicy) {
        this.facts = FactTypes.of(fields);
        this.brokenField = brokenField;
        Map<String, Object> own = new HashMap<>(policy);
        own.replaceAll((name, value) -> value instanceof List<?> list ? texts(list) : value);
        this.policy = Map.copyOf(own);
        this.complete = true;
        this.unset = Set.copyOf(unset.keySet());
        this.brokenPolicy = brokenPolicy;
        facts.forEach(type -> types.put(type.name(), type));
        FactType.Builder<Map<String, Object>> named = FactType.builder(POLICY, mapType(), (values, field) -> null);
        policy.forEach((name, value) ->
                named.unknowable(name, typeOf(value), values -> values.get(name), "A value of policy.yaml."));
        unset.forEach((name, type) -> named.unknowable(name, type, values -> null, "A value of policy.yaml, not set."));
        types.put(POLICY, named.build());
    }

    private Vocabulary(Vocabulary base, List<Definition> definitions, boolean complete) {
        this.facts = base.facts;
        this.brokenField = base.brokenField;
        this.complete = complete;
        this.policy = base.policy;
        this.unset = base.unset;
        this.brokenPolicy = base.brokenPolicy;
        types.putAll(base.types);
        tables.putAll(base.tables);
        brokenTables.addAll(base.brokenTables);
        for (Definition definition : definitions) {
            types.computeIfPresent(definition.subject().name(), (name, type) -> type.with(DefinedField.of(definition)));
            types.put(definition.name(), definition.type());
        }
    }

    /**
     * The same words, and those that definitions add.
     *
     * @param complete whether all declarations could be read
     */
    Vocabulary with(List<Definition> definitions, boolean complete) {
        return new Vocabulary(this, definitions, complete);
    }

    /**
     * The same words and tables.
     *
     * @param broken the names of tables that are there and could not be read
     */
    public Vocabulary with(Collection<Table> added, Set<String> broken) {
        Vocabulary with = new Vocabulary(this, List.of(), complete);
        added.forEach(table -> {
            with.tables.put(table.name(), table);
            with.types.put(table.name(), table.type());
        });
        with.brokenTables.addAll(broken);
        return with;
    }

    /** The table of a name; null if there is none. */
    @Nullable
    Table table(String name) {
        return tables.get(name);
    }

    /** Whether a table is there and could not be read, so that its use need not be told. */
    boolean isBrokenTable(String name) {
        return brokenTables.contains(name);
    }

    /** Whether all names are known; else one that is not may be declared where it could not be read. */
    public boolean isComplete() {
        return complete;
    }

    @SuppressWarnings("unchecked")
    private static Class<Map<String, Object>> mapType() {
        return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    private static TextList texts(List<?> list) {
        return TextList.of(list.stream().map(String::valueOf).toList());
    }

    private static ValueType typeOf(Object value) {
        if (value instanceof List<?>) {
            return ValueType.TEXTS;
        }
        if (value instanceof Integer) {
            return ValueType.WHOLE;
        }
        if (value instanceof BigDecimal) {
            return ValueType.DECIMAL;
        }
        if (value instanceof LocalDate) {
            return ValueType.DATE;
        }
        return value instanceof Boolean ? ValueType.TRUTH : ValueType.TEXT;
    }

    /** The facts that a list brings, with the fields that the book defines. */
    public List<FactType> ofList() {
        return facts.stream().map(type -> types.getOrDefault(type.name(), type)).toList();
    }

    /** Whether a list brings a field, or it follows from what a list brings, whatever the rules. */
    public static boolean isOfList(Property field) {
        return Definition.behind(field) == null
                && Arrays.stream(FactField.Owner.values())
                        .anyMatch(owner -> owner.fact().equals(field.fact()));
    }

    public @Nullable FactType type(String name) {
        return types.get(name);
    }

    List<String> typeNames() {
        return List.copyOf(types.keySet());
    }

    /** Whether a value of the policy is there and could not be read, so that its use need not be told. */
    public boolean isBrokenPolicyValue(String name) {
        return brokenPolicy.test(name);
    }

    /** Whether a field of a fact is there and could not be read, so that its use need not be told. */
    public boolean isBrokenField(FactType type, String name) {
        return brokenField.test(type.name() + "." + name);
    }

    /** Whether there is a value of the policy with this name, set or not. */
    public boolean isPolicyValue(String name) {
        return policy.containsKey(name) || unset.contains(name);
    }

    /** The values of the policy that are set, by name. */
    public Map<String, Object> policy() {
        return policy;
    }
}
