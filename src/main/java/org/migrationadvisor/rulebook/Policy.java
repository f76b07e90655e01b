package org.migrationadvisor.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;

/**
 * The values of {@code policy.yaml}, which rules name instead of holding magic numbers.
 *
 * @param values whole numbers, decimals, texts, dates and truth values by name, in the file's order
 * @param places where the names stand
 */
record Policy(Map<String, Object> values, Map<String, Span> places) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static Policy read(SourceFile file, Problems problems) {
        Policy policy = new Policy(new LinkedHashMap<>(), new LinkedHashMap<>());
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return policy;
        }
        for (Yaml.Entry entry : root.entries()) {
            if (!NAME.matcher(entry.name()).matches()) {
                problems.error(
                        ProblemKind.WRONG_VALUE,
                        file,
                        entry.nameSpan(),
                        "found the name `" + entry.name() + "`, expected letters and digits, a small letter first",
                        "for example nearExpiryDays");
                continue;
            }
            Object value = value(entry);
            if (value != null) {
                policy.values.put(entry.name(), value);
                policy.places.put(entry.name(), entry.nameSpan());
            }
        }
        return policy;
    }

    private static @Nullable Object value(Yaml.Entry entry) {
        String text = entry.text();
        if (text == null || text.isEmpty()) {
            if (text != null) {
                entry.wrong(ProblemKind.WRONG_VALUE, "found no value for `" + entry.name() + "`, expected one", null);
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
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (DATE.matcher(text).matches()) {
            return date(entry, text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
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
