package org.migrationadvisor.rulebook.loading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.IsoCodes;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/**
 * What {@code types} in {@code policy.yaml} says of a value: of which kind it is and between which values it lies. A value
 * with a type need not be set.
 *
 * @param kind of which kind it is
 * @param min the least that it may be; null for any
 * @param max the most that it may be; null for any
 */
record PolicyType(Kind kind, @Nullable Object min, @Nullable Object max) {
    private static final List<String> PARTS = List.of("type", "min", "max");

    /** The kinds of values, as {@code type} names them. */
    enum Kind {
        WHOLE(ValueType.WHOLE, "a whole number of 0 to 999999999"),
        DECIMAL(ValueType.DECIMAL, "a number of 0 or more"),
        TEXT(ValueType.TEXT, "a text"),
        DATE(ValueType.DATE, "a date such as 2026-11-20"),
        YES_NO(ValueType.TRUTH, "true or false"),
        COUNTRY(ValueType.TEXT, "a country as ISO 3166 alpha-2, such as DE"),
        CURRENCY(ValueType.TEXT, "a currency as ISO 4217, such as EUR"),
        TEXTS(ValueType.TEXTS, "a list of texts such as [ SPE_E3, SPE_E5 ]");

        private final ValueType type;
        private final String shown;

        Kind(ValueType type, String shown) {
            this.type = type;
            this.shown = shown;
        }

        ValueType type() {
            return type;
        }

        String shown() {
            return shown;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(Kind::code).toList();
        }

        private boolean has(Object value) {
            return switch (this) {
                case WHOLE -> value instanceof Integer;
                case DECIMAL -> value instanceof Integer || value instanceof BigDecimal;
                case TEXT -> value instanceof String;
                case DATE -> value instanceof LocalDate;
                case YES_NO -> value instanceof Boolean;
                case COUNTRY -> value instanceof String text && IsoCodes.isCountry(text);
                case CURRENCY -> value instanceof String text && IsoCodes.isCurrency(text);
                case TEXTS -> value instanceof List<?>;
            };
        }

        private @Nullable String mend(Object value) {
            if (this == COUNTRY) {
                return IsoCodes.country(value.toString())
                        .map(Suggestion::didYouMean)
                        .orElse(null);
            }
            return this == CURRENCY
                    ? IsoCodes.currency(value.toString())
                            .map(Suggestion::didYouMean)
                            .orElse(null)
                    : null;
        }
    }

    /**
     * Why a value is refused.
     *
     * @param expected what was expected
     * @param mend what would probably help; null if that is not known
     */
    record Refusal(String expected, @Nullable String mend) {}

    /** The type of a value of which nothing is declared: the kind of the value. */
    static PolicyType like(Object value) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.has(value))
                .findFirst()
                .orElseThrow();
        return new PolicyType(kind, null, null);
    }

    /** Reads a type, given as its name or with limits; null if it is none, which has then been told. */
    static @Nullable PolicyType read(Yaml.Entry entry) {
        if (!entry.isMapping()) {
            Kind only = kind(entry);
            return only == null ? null : new PolicyType(only, null, null);
        }
        Map<String, Yaml.Entry> parts = entry.entries(PARTS);
        Yaml.Entry type = parts.get("type");
        if (type == null) {
            entry.wrongName(
                    ProblemKind.MISSING_VALUE,
                    "found no `type` for `" + entry.name() + "`, expected one of " + String.join(", ", Kind.codes()),
                    null);
            return null;
        }
        Kind kind = kind(type);
        return kind == null ? null : new PolicyType(kind, limit(kind, parts.get("min")), limit(kind, parts.get("max")));
    }

    private static @Nullable Kind kind(Yaml.Entry entry) {
        String name = entry.text();
        if (name == null) {
            return null;
        }
        int at = Kind.codes().indexOf(name);
        if (at < 0) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found the type `" + name + "`, expected one of " + String.join(", ", Kind.codes()),
                    Suggestion.didYouMean(name, Kind.codes()));
            return null;
        }
        return Kind.values()[at];
    }

    private static @Nullable Object limit(Kind kind, Yaml.@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        Object limit = Policy.value(entry);
        boolean ordered = kind == Kind.WHOLE || kind == Kind.DECIMAL || kind == Kind.DATE;
        if (limit == null || (ordered && kind.has(limit))) {
            return limit;
        }
        entry.wrong(
                ProblemKind.WRONG_TYPE,
                "found " + limit + " for `" + entry.name() + "`, expected "
                        + (ordered ? kind.shown : "no limit for " + kind.shown),
                null);
        return null;
    }

    /** Whether a value may be so; if not, it has been reported. */
    boolean allows(Yaml.Entry entry, Object value) {
        Refusal refusal = refusal(value);
        if (refusal != null) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found " + value + " for `" + entry.name() + "`, expected " + refusal.expected(),
                    refusal.mend());
        }
        return refusal == null;
    }

    /** Why a value may not be so; null if it may. */
    @Nullable
    Refusal refusal(Object value) {
        if (!kind.has(value)) {
            return new Refusal(kind.shown, kind.mend(value));
        }
        return isBefore(value, min) || isBefore(max, value)
                ? new Refusal(range(), "the limits stand under types: change them there if they are wrong")
                : null;
    }

    private String range() {
        if (min == null) {
            return "at most " + max;
        }
        return max == null ? "at least " + min : min + " to " + max;
    }

    private static boolean isBefore(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return false;
        }
        return a instanceof LocalDate day
                ? day.isBefore((LocalDate) b)
                : new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) < 0;
    }
}
