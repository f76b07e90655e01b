package org.migrationadvisor.rulebook.loading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;

/**
 * The values of {@code policy.yaml}, which rules name instead of holding magic numbers. Under {@code types} it says of
 * values of which kind they are; such a value need not be set.
 *
 * @param values whole numbers, decimals, texts, dates, truth values and lists of texts by name, in the file's order
 * @param places where the names stand
 * @param types the types that are declared, by name
 * @param broken the names whose values could not be read, which has then been told; null if that is the whole file
 */
public record Policy(
        Map<String, Object> values,
        Map<String, Span> places,
        Map<String, PolicyType> types,
        @Nullable Set<String> broken) {
    private static final String TYPES = "types";
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final int LONGEST_DECIMAL = 31;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    public static Policy empty() {
        return new Policy(Map.of(), Map.of(), Map.of(), Set.of());
    }

    /** Whether a value is there and could not be read, so that its use need not be told. */
    public boolean isBroken(String name) {
        return broken == null || broken.contains(name);
    }

    /** This policy with other values; each name is one of it. */
    public Policy with(Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(given);
        return new Policy(all, places, types, broken);
    }

    public static Policy read(SourceFile file, Problems problems) {
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return new Policy(Map.of(), Map.of(), Map.of(), null);
        }
        Set<String> broken = new HashSet<>();
        Map<String, PolicyType> types = new LinkedHashMap<>();
        Policy policy = new Policy(new LinkedHashMap<>(), new LinkedHashMap<>(), types, broken);
        Map<String, Yaml.Entry> declared = declared(root);
        declared.forEach((name, entry) -> {
            PolicyType type = PolicyType.read(entry);
            if (type == null) {
                broken.add(name);
            } else {
                types.put(name, type);
            }
        });
        for (Yaml.Entry entry : root.entries()) {
            if (entry.name().equals(TYPES)) {
                continue;
            }
            if (!NAME.matcher(entry.name()).matches()) {
                broken.add(decapitalized(entry.name()));
                entry.wrongName(
                        ProblemKind.WRONG_VALUE,
                        "found the name `" + entry.name() + "`, expected letters and digits, a small letter first",
                        "for example nearExpiryDays");
                continue;
            }
            PolicyType type = types.get(entry.name());
            if (type != null && entry.isEmpty()) {
                continue;
            }
            Object value = value(entry);
            if (value == null || (type != null && !type.allows(entry, value))) {
                broken.add(entry.name());
            } else {
                policy.values.put(entry.name(), value);
                policy.places.put(entry.name(), entry.nameSpan());
            }
        }
        policy.unset()
                .keySet()
                .forEach(name -> policy.places.put(
                        name, Objects.requireNonNull(declared.get(name)).nameSpan()));
        return policy;
    }

    private static Map<String, Yaml.Entry> declared(Yaml.Entry root) {
        Map<String, Yaml.Entry> declared = new LinkedHashMap<>();
        root.entries().stream()
                .filter(entry -> entry.name().equals(TYPES))
                .flatMap(entry -> entry.entries().stream())
                .forEach(entry -> declared.put(entry.name(), entry));
        return declared;
    }

    /** The types of the values that are not set, by name. */
    public Map<String, ValueType> unset() {
        Map<String, ValueType> unset = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            if (!values.containsKey(name) && !isBroken(name)) {
                unset.put(name, type.kind().type());
            }
        });
        return unset;
    }

    /** The names of all values, set or not, in alphabetical order. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(unset().keySet());
        return names;
    }

    /** What a value may be: as declared, else like the one that is set; null if there is no value of this name. */
    @Nullable
    PolicyType type(String name) {
        Object own = values.get(name);
        return own == null || types.containsKey(name) ? types.get(name) : PolicyType.like(own);
    }

    private static String decapitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The value that an entry holds; null if it is none, which has then been told. */
    static @Nullable Object value(Yaml.Entry entry) {
        if (entry.isList()) {
            return list(entry);
        }
        String text = entry.text();
        if (text == null || text.isEmpty()) {
            if (text != null) {
                entry.wrong(
                        ProblemKind.WRONG_VALUE,
                        "found no value for `" + entry.name() + "`, expected one",
                        "a value that need not be set has a line under `types`");
            }
            return null;
        }
        if (entry.isQuoted()) {
            return text;
        }
        if (text.startsWith("-")
                && (WHOLE.matcher(text).matches() || DECIMAL.matcher(text).matches())) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE, "found " + text + " for `" + entry.name() + "`, expected 0 or more", null);
            return null;
        }
        if (WHOLE.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches() && text.length() > LONGEST_DECIMAL) {
            entry.wrong(
                    ProblemKind.TOO_LARGE,
                    "found a number of " + (text.length() - 1) + " digits, expected at most " + (LONGEST_DECIMAL - 1),
                    null);
            return null;
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (DATE.matcher(text).matches()) {
            return date(entry, text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static @Nullable List<String> list(Yaml.Entry entry) {
        Set<String> texts = new LinkedHashSet<>();
        boolean complete = true;
        for (Yaml.Entry item : entry.items()) {
            String text = item.text();
            if (text == null) {
                complete = false;
            } else if (text.isBlank()) {
                item.wrong(ProblemKind.WRONG_VALUE, "found an empty text in the list, expected a text", null);
                complete = false;
            } else if (!texts.add(text)) {
                item.wrong(
                        ProblemKind.DUPLICATE_NAME,
                        "found " + text + " again in the list, expected each text once",
                        "remove one of them");
                complete = false;
            }
        }
        return complete ? List.copyOf(texts) : null;
    }

    private static @Nullable LocalDate date(Yaml.Entry entry, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found " + text + " for `" + entry.name() + "`, which is no day of the calendar",
                    null);
            return null;
        }
    }
}
