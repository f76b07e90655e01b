package org.migrationadvisor.rulebook.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.DaysAfter;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldEntry;
import org.migrationadvisor.facts.FieldType;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.FactTypes;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/** The columns of lists that a rules folder declares in {@code facts.yaml}, besides those that every list can have. */
public final class OwnColumns {
    public static final String NAME = "facts.yaml";

    /** No own columns. */
    public static final OwnColumns NONE = new OwnColumns(Map.of());

    private static final List<String> PARTS = List.of("column", "type", "values", "about");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cf}\"\\\\]");
    private static final int LONGEST = 100;
    private static final int LONGEST_ABOUT = 500;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_VALUES = 200;

    /** Names that mean something else where a field stands, in rules or in lists. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "contains",
            "exists",
            "false",
            "from",
            "in",
            "matches",
            "memberof",
            "not",
            "null",
            "or",
            "original",
            "over",
            "policy",
            "soundslike",
            "str",
            "subscriptions",
            "this",
            "true",
            "rule",
            "when",
            "then",
            "end");

    private static final Map<String, FieldType> TYPES = types();

    private final Map<String, Yaml.Entry> places = new LinkedHashMap<>();
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> broken = new HashSet<>();
    private final List<FieldEntry> own = new ArrayList<>();
    private boolean readable = true;
    private FactTable table = FactTable.STANDARD;

    private OwnColumns(Map<String, String> taken) {
        names.putAll(taken);
        FactTable.STANDARD.columns().forEach(column -> columns.put(column, "a column of every list"));
        columns.put("reject_reason", "the column that a rejects file puts in front");
    }

    private static Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (FieldType type :
                List.of(FieldType.TEXT, FieldType.WHOLE, FieldType.DECIMAL, FieldType.DATE, FieldType.YES_NO)) {
            types.put(type.name().toLowerCase(Locale.ROOT).replace('_', '-'), type);
        }
        return types;
    }

    /** The names that fields, and keys of JSON lists, have already, with what they are. */
    private static Map<String, String> taken() {
        Map<String, String> taken = new HashMap<>();
        WORDS.forEach(word -> taken.put(word, "a word with a meaning of its own"));
        for (FactType type : FactTypes.of(FactTable.STANDARD)) {
            type.propertyNames().forEach(name -> taken.put(name, "a field of " + type.name()));
        }
        FactTable.STANDARD.fields().forEach(field -> taken.putIfAbsent(field.key(), "a key of every list"));
        return taken;
    }

    /**
     * Reads the columns; of those with a problem, which has then been told, only the names are known.
     *
     * @param file null if the folder has none
     */
    public static OwnColumns read(@Nullable SourceFile file, Problems problems) {
        if (file == null) {
            return NONE;
        }
        OwnColumns columns = new OwnColumns(taken());
        Yaml.Entry root = new Yaml(file, problems).root();
        columns.readable = root != null;
        if (root != null) {
            List<String> owners = Arrays.stream(FactField.Owner.values())
                    .map(FactField.Owner::fact)
                    .toList();
            root.entries(owners).values().forEach(columns::readFact);
        }
        columns.table = FactTable.STANDARD.with(columns.own);
        return columns;
    }

    /** The fields that lists can carry. */
    public FactTable table() {
        return table;
    }

    /** The entry of an own column by its name behind that of its fact. */
    public Map<String, Yaml.Entry> places() {
        return places;
    }

    /** Whether a column is there and could not be read, by its name behind that of its fact. */
    public boolean isBroken(String qualifiedName) {
        return !readable || broken.contains(qualifiedName);
    }

    private void readFact(Yaml.Entry fact) {
        FactField.Owner owner = Arrays.stream(FactField.Owner.values())
                .filter(each -> each.fact().equals(fact.name()))
                .findFirst()
                .orElseThrow();
        for (Yaml.Entry entry : fact.entries()) {
            if (places.size() == MOST_COLUMNS) {
                entry.wrongName(
                        ProblemKind.TOO_LARGE, "found more than " + MOST_COLUMNS + " columns, expected fewer", null);
                return;
            }
            String qualified = fact.name() + "." + entry.name();
            if (isName(entry)) {
                places.put(qualified, entry);
                FieldEntry field = field(owner, entry);
                if (field != null) {
                    own.add(field);
                    continue;
                }
            }
            broken.add(qualified);
        }
    }

    private boolean isName(Yaml.Entry entry) {
        if (!FIELD.matcher(entry.name()).matches() || entry.name().length() > LONGEST) {
            entry.wrongName(
                    ProblemKind.WRONG_VALUE,
                    "found the name `" + entry.name() + "`, expected at most " + LONGEST
                            + " letters and digits, a small letter first",
                    "for example accountManager");
            return false;
        }
        String other = names.putIfAbsent(entry.name(), "another own column");
        if (other != null) {
            entry.wrongName(
                    ProblemKind.DUPLICATE_NAME,
                    "found the name `" + entry.name() + "`, which is " + other + ", expected a name of its own",
                    null);
        }
        return other == null;
    }

    private @Nullable FieldEntry field(FactField.Owner owner, Yaml.Entry entry) {
        Map<String, Yaml.Entry> parts = entry.entries(PARTS);
        boolean complete = entry.isMapping() && parts.size() == entry.entries().size();
        String column = column(entry, parts.get("column"));
        String about = about(parts.get("about"));
        Yaml.Entry type = parts.get("type");
        Yaml.Entry values = parts.get("values");
        if (!complete || column == null || about == null) {
            return null;
        }
        if ((type == null) == (values == null)) {
            String expected = "either a type, one of " + String.join(", ", TYPES.keySet()) + ", or a list of values";
            entry.wrongName(
                    ProblemKind.MISSING_VALUE,
                    "found " + (type == null ? "neither `type` nor `values`" : "both `type` and `values`") + " for `"
                            + entry.name() + "`, expected " + expected,
                    "for example `type: text` or `values: [first, second, later]`");
            return null;
        }
        if (values != null) {
            List<String> codes = values(values);
            return codes == null
                    ? null
                    : new FieldEntry(owner, entry.name(), column, FieldType.CHOICE, about)
                            .choices(codes.get(0), codes)
                            .key(entry.name());
        }
        FieldType known = type == null ? null : type(type);
        return known == null
                ? null
                : samples(new FieldEntry(owner, entry.name(), column, known, about).key(entry.name()), known);
    }

    /** Values worth a try where the rules are searched for gaps. */
    private static FieldEntry samples(FieldEntry field, FieldType type) {
        return switch (type) {
            case TEXT -> field.samples("One", null, "Another");
            case WHOLE -> field.samples(1, null, 0);
            case DECIMAL -> field.samples(BigDecimal.ONE, null, BigDecimal.ZERO);
            case DATE -> field.samples(new DaysAfter(null, 0), null, new DaysAfter(null, -1), new DaysAfter(null, 1));
            default -> field;
        };
    }

    private @Nullable String column(Yaml.Entry entry, Yaml.@Nullable Entry place) {
        if (!entry.isMapping()) {
            return null;
        }
        if (place == null) {
            entry.wrongName(
                    ProblemKind.MISSING_VALUE,
                    "found no `column` for `" + entry.name() + "`, expected the header name that lists have for it",
                    "for example `column: account_manager`");
            return null;
        }
        String column = place.text();
        if (column == null || !isLine(place, column, LONGEST)) {
            return null;
        }
        String other = columns.putIfAbsent(column, "the column of another field");
        if (other != null) {
            place.wrong(
                    ProblemKind.DUPLICATE_NAME,
                    "found the column `" + column + "`, which is " + other + ", expected one of its own",
                    null);
            return null;
        }
        return column;
    }

    /** Whether a text stands on one line, with nothing at its ends; if not, it has been told. */
    private static boolean isLine(Yaml.Entry place, String text, int longest) {
        if (!text.isEmpty()
                && text.length() <= longest
                && text.equals(text.strip())
                && !REFUSED.matcher(text).find()) {
            return true;
        }
        String found = text.length() > longest
                ? "a text of " + text.length() + " characters"
                : text.isBlank() ? "nothing" : "`" + REFUSED.matcher(text).replaceAll("?") + "`";
        place.wrong(
                ProblemKind.WRONG_VALUE,
                "found " + found + ", expected a text on one line, of 1 to " + longest
                        + " characters that can be seen, without quotes, backslashes, or blanks at its ends",
                null);
        return false;
    }

    private static @Nullable String about(Yaml.@Nullable Entry place) {
        if (place == null) {
            return "An own column of the list.";
        }
        String text = place.text();
        return text != null && isLine(place, text, LONGEST_ABOUT) ? text : null;
    }

    private static @Nullable FieldType type(Yaml.Entry place) {
        String text = place.text();
        FieldType type = text == null ? null : TYPES.get(text);
        if (text != null && type == null) {
            place.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found the type `" + text + "`, expected one of " + String.join(", ", TYPES.keySet())
                            + "; a choice has `values` instead",
                    Suggestion.didYouMean(text, TYPES.keySet()));
        }
        return type;
    }

    /** The values of a choice, unknown as the last; null if there is something wrong with them. */
    private static @Nullable List<String> values(Yaml.Entry place) {
        List<Yaml.Entry> items = place.items();
        if (!place.isList() || items.isEmpty() || items.size() > MOST_VALUES) {
            place.wrong(
                    ProblemKind.WRONG_TYPE,
                    "found " + (place.isList() ? items.size() + " values" : "no list") + " for `" + place.name()
                            + "`, expected a list of 1 to " + MOST_VALUES + " values",
                    "for example `values: [first, second, later]`");
            return null;
        }
        Set<String> seen = new HashSet<>();
        List<String> codes = new ArrayList<>();
        boolean complete = true;
        for (Yaml.Entry item : items) {
            String code = item.text();
            if (code == null || !isLine(item, code, LONGEST)) {
                complete = false;
            } else if (code.equalsIgnoreCase(FactField.UNKNOWN)) {
                item.wrong(
                        ProblemKind.NOT_ALLOWED,
                        "found the value `" + code + "`, expected none: every list of values has it",
                        "remove it");
                complete = false;
            } else if (!seen.add(code.toLowerCase(Locale.ROOT))) {
                item.wrong(
                        ProblemKind.DUPLICATE_NAME,
                        "found the value `" + code + "` again, expected each once in any letter case",
                        "remove it");
                complete = false;
            } else {
                codes.add(code);
            }
        }
        codes.add(FactField.UNKNOWN);
        return complete ? codes : null;
    }
}
