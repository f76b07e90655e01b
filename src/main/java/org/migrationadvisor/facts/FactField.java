package org.migrationadvisor.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say of one field of customers or subscriptions: how lists, JSON, rules and Java name it, which values
 * it can have, and what its absence means. Immutable; two are equal only if they are the same one.
 */
public final class FactField implements Comparable<FactField> {

    /** The code of a choice that is not known, and what lists write for anything that is not. */
    public static final String UNKNOWN = "unknown";

    private final FieldEntry entry;
    private final Owner owner;
    private final FieldType type;
    private final String name;
    private final String qualifiedName;
    private final String column;
    private final String key;
    private final String about;
    private final String expected;
    private final Map<String, String> codes;
    private final List<String> choices;
    private final @Nullable List<String> askedThrough;
    private final @Nullable Set<Program> neededFor;
    private final boolean describing;
    private final boolean hidden;
    private final List<@Nullable Object> samples;
    private final int index;
    private final int slot;

    /** Whose field it is. */
    public enum Owner {
        CUSTOMER("Customer"),
        SUBSCRIPTION("Subscription");

        private final String fact;

        Owner(String fact) {
            this.fact = fact;
        }

        /** The fact as rules name it. */
        public String fact() {
            return fact;
        }
    }

    FactField(FieldEntry entry, int index, int slot) {
        this.entry = entry;
        this.owner = entry.owner;
        this.type = entry.type;
        this.name = entry.name;
        this.qualifiedName = owner.fact() + "." + name;
        this.column = entry.column;
        this.key = entry.key;
        this.about = entry.about;
        this.expected = entry.expected;
        this.choices = List.copyOf(entry.choices);
        this.codes = new HashMap<>();
        choices.forEach(code -> codes.put(code, code));
        this.askedThrough = entry.askedThrough;
        this.neededFor = entry.neededFor;
        this.describing = entry.describing;
        this.hidden = entry.hidden;
        this.samples = Collections.unmodifiableList(new ArrayList<>(entry.samples));
        this.index = index;
        this.slot = slot;
    }

    public Owner owner() {
        return owner;
    }

    /** Whether it says something of the customer, as opposed to one subscription. */
    public boolean ofCustomer() {
        return owner == Owner.CUSTOMER;
    }

    public FieldType type() {
        return type;
    }

    /** As Java and, where they read it, rules name it, such as {@code endDate}. */
    public String name() {
        return name;
    }

    /** The header name in CSV, such as {@code end_date}. */
    public String column() {
        return column;
    }

    /** The key in JSON and in cases, such as {@code endDate}. */
    public String key() {
        return key;
    }

    /** One sentence for analysts. */
    public String about() {
        return about;
    }

    /** What a message expects of a value. */
    public String expected() {
        return expected;
    }

    /** The codes of a choice, {@link #UNKNOWN} last; else empty. */
    public List<String> choices() {
        return choices;
    }

    /** The codes of a choice separated by commas, for messages. */
    public String codes() {
        return String.join(", ", choices);
    }

    /** The code of a choice that equals a text in any letter case; null if there is none. */
    public @Nullable String code(String text) {
        String exact = codes.get(text);
        if (exact != null) {
            return exact;
        }
        for (String code : choices) {
            if (code.equalsIgnoreCase(text)) {
                return code;
            }
        }
        return null;
    }

    /** The fields of the same fact by which rules ask for it where it is unknown; empty if nobody has to. */
    public List<String> askedThrough() {
        return askedThrough == null ? List.of(name) : askedThrough;
    }

    /** Whether a subscription or customer without it lacks something; what is optional by nature is never lacking. */
    public boolean isLackingIn(ListedFact fact) {
        boolean needed = neededFor == null
                || (fact instanceof Subscription subscription && neededFor.contains(subscription.program()));
        return needed && !isKnown(fact.value(this));
    }

    /** Whether it only describes, so that of two values one can stay. */
    public boolean isDescribing() {
        return describing;
    }

    /** Whether rules read it as it is; of the others they read what is made of them. */
    public boolean isReadByRules() {
        return !hidden;
    }

    /** The value where nothing is known. */
    public @Nullable Object unknown() {
        return type.isChoice() ? UNKNOWN : null;
    }

    public static boolean isKnown(@Nullable Object value) {
        return value != null && !value.equals(UNKNOWN);
    }

    /**
     * Values worth a try where rules are searched for gaps, the first that of a plain fact of which everything is known
     * and nothing special; null is unknown, and {@link DaysAfter} a date relative to another.
     */
    public List<@Nullable Object> samples() {
        return samples;
    }

    /** Its place among all fields of its table, from 0. */
    public int index() {
        return index;
    }

    /** What is to be said of it in another table. */
    FieldEntry entry() {
        return entry;
    }

    /** Its place among the values of its fact. */
    int slot() {
        return slot;
    }

    /** Whether a value is one of this field. */
    boolean accepts(@Nullable Object value) {
        return value == null
                || (type.isChoice()
                        ? code(text(value)) != null
                        : type.javaType().isInstance(value));
    }

    /**
     * A value as it is kept: of a choice its code.
     *
     * @throws IllegalArgumentException if it is none of this field
     */
    @Nullable
    Object kept(@Nullable Object value) {
        if (value == null) {
            return unknown();
        }
        if (type.isChoice()) {
            String code = code(text(value));
            return code == null ? refuse(value, "one of " + codes()) : code;
        }
        if (!type.javaType().isInstance(value)) {
            return refuse(value, type.shown());
        }
        boolean negative = value instanceof Integer number
                ? number < 0
                : value instanceof BigDecimal decimal && decimal.signum() < 0;
        return negative ? refuse(value, "0 or more") : value;
    }

    private String text(Object value) {
        if (value instanceof Boolean answer && type == FieldType.YES_NO) {
            return answer ? "yes" : "no";
        }
        return value instanceof Coded coded ? coded.code() : value.toString();
    }

    private Object refuse(Object value, String wanted) {
        throw new IllegalArgumentException(name + ": found " + value + ", expected " + wanted);
    }

    @Override
    public int compareTo(FactField other) {
        return Integer.compare(index, other.index);
    }

    /** The name with that of its fact in front, such as {@code Subscription.endDate}. */
    @Override
    public String toString() {
        return qualifiedName;
    }
}
