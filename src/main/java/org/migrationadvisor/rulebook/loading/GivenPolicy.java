package org.migrationadvisor.rulebook.loading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;

/** Values that a caller gives in the place of those of {@code policy.yaml}. */
public final class GivenPolicy {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Set<String> TRUTH = Set.of("true", "false");

    private GivenPolicy() {}

    /**
     * The values given, each of the type that it has in the policy.
     *
     * @throws IllegalArgumentException if a name is not one of the policy, or a value is not of its type or outside its
     *     limits
     */
    public static SortedMap<String, Object> of(Map<String, ?> given, Policy policy) {
        SortedMap<String, Object> values = new TreeMap<>();
        given.forEach((name, value) -> values.put(name, value(name, value, policy)));
        return values;
    }

    private static Object value(String name, @Nullable Object given, Policy policy) {
        PolicyType type = policy.type(name);
        if (type == null) {
            String nearest = Suggestion.nearest(name, policy.names());
            throw new IllegalArgumentException(
                    "policy: found no value named " + SafeText.quoted(name) + ", expected one of "
                            + String.join(", ", policy.names())
                            + (nearest == null ? "" : "\nMaybe you mean " + nearest));
        }
        Object value = isReadable(given, type.kind()) ? parsed(given, type.kind()) : null;
        if (value == null) {
            throw refused(name, given, new PolicyType.Refusal(type.kind().shown(), null));
        }
        PolicyType.Refusal refusal = type.refusal(value);
        if (refusal != null) {
            throw refused(name, given, refusal);
        }
        return value;
    }

    private static IllegalArgumentException refused(String name, @Nullable Object given, PolicyType.Refusal refusal) {
        String found = given instanceof CharSequence text ? SafeText.quoted(text.toString()) : String.valueOf(given);
        String mend = refusal.mend();
        return new IllegalArgumentException("policy: found " + found + " for " + name + ", expected "
                + refusal.expected()
                + (mend == null ? "" : "\n" + mend.substring(0, 1).toUpperCase(Locale.ROOT) + mend.substring(1)));
    }

    /** Whether it is a text, or an object of the kind. */
    private static boolean isReadable(@Nullable Object given, PolicyType.Kind kind) {
        return given instanceof CharSequence
                || switch (kind) {
                    case WHOLE, DECIMAL -> given instanceof Number;
                    case DATE -> given instanceof LocalDate;
                    case YES_NO -> given instanceof Boolean;
                    case TEXTS -> given instanceof Collection<?>;
                    case TEXT, COUNTRY, CURRENCY -> false;
                };
    }

    /** A text or an object of a kind as a value of the kind; null if it is none. */
    private static @Nullable Object parsed(@Nullable Object given, PolicyType.Kind kind) {
        String text = String.valueOf(given);
        return switch (kind) {
            case WHOLE -> WHOLE.matcher(text).matches() ? Integer.valueOf(text) : null;
            case DECIMAL -> DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
            case YES_NO -> TRUTH.contains(text) ? Boolean.valueOf(text) : null;
            case DATE -> date(text);
            case TEXTS -> texts(given instanceof Collection<?> listed ? listed : parts(text));
            case TEXT, COUNTRY, CURRENCY -> text.isBlank() ? null : text;
        };
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(",", -1));
    }

    /** Texts without blanks around them; null if one is empty or there twice. */
    private static @Nullable List<String> texts(Collection<?> listed) {
        List<String> texts =
                listed.stream().map(each -> String.valueOf(each).strip()).toList();
        return texts.contains("") || new HashSet<>(texts).size() < texts.size() ? null : texts;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
