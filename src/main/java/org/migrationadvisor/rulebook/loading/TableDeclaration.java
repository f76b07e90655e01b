package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/**
 * What {@code tables.yaml} says of one table.
 *
 * @param columns the columns in the order of the declaration, those of the validity last where it names them only there
 * @param types what the cells of each column hold
 * @param complete the line that promises a row for every key on every day; null if there is none
 * @param entry the declaration
 * @param fileEntry the line that names its file
 */
record TableDeclaration(
        String name,
        String file,
        List<Table.Column> columns,
        List<TableType> types,
        List<Table.Column> key,
        List<Table.Column> validity,
        Yaml.@Nullable Entry complete,
        Yaml.Entry entry,
        Yaml.Entry fileEntry) {
    static final String FOLDER = "tables/";

    private static final List<String> PARTS = List.of("file", "key", "validity", "columns", "complete");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern COLUMN = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern FILE = Pattern.compile("tables/[^/\\\\]+\\.csv");
    private static final int MOST_COLUMNS = 50;

    /** The file that a declaration names, whatever else is wrong with it. */
    static Optional<String> fileOf(Yaml.Entry entry) {
        return !entry.isMapping()
                ? Optional.empty()
                : entry.entries().stream()
                        .filter(part -> part.name().equals("file"))
                        .findFirst()
                        .map(Yaml.Entry::text);
    }

    /** Reads a declaration; null if something is wrong with it, which has then been told. */
    static @Nullable TableDeclaration read(Yaml.Entry entry, Vocabulary vocabulary) {
        Map<String, Yaml.Entry> parts = entry.entries(PARTS);
        boolean complete = entry.isMapping() && parts.size() == entry.entries().size();
        if (!NAME.matcher(entry.name()).matches()) {
            entry.wrongName(
                    ProblemKind.WRONG_VALUE,
                    "found the name `" + entry.name() + "`, expected letters and digits, a capital letter first",
                    "for example Lifecycle");
            complete = false;
        }
        Yaml.Entry file = required(entry, parts, "file", "such as tables/lifecycle.csv");
        Yaml.Entry key = required(entry, parts, "key", "such as [program, term]");
        Yaml.Entry columns =
                required(entry, parts, "columns", "such as { program: Subscription.program, days: whole }");
        if (file == null || key == null || columns == null || !complete) {
            return null;
        }
        Map<String, TableType> types = types(columns, vocabulary);
        List<String> validity = validity(parts.get("validity"), types);
        List<String> keys = types == null ? null : names(key, types);
        String path = path(file);
        if (types == null || validity == null || keys == null || path == null || !areApart(key, keys, validity)) {
            return null;
        }
        return of(entry, parts, path, types, keys, validity);
    }

    private static TableDeclaration of(
            Yaml.Entry entry,
            Map<String, Yaml.Entry> parts,
            String path,
            Map<String, TableType> types,
            List<String> keys,
            List<String> validity) {
        validity.forEach(name -> types.putIfAbsent(name, TableType.DATE));
        Map<String, Table.Column> columns = new LinkedHashMap<>();
        types.forEach((name, type) -> columns.put(
                name,
                new Table.Column(
                        columns.size(), type.property(entry.name(), name, columns.size(), !keys.contains(name)))));
        Yaml.Entry complete = parts.get("complete");
        return new TableDeclaration(
                entry.name(),
                path,
                List.copyOf(columns.values()),
                List.copyOf(types.values()),
                of(keys, columns),
                of(validity, columns),
                complete != null && isTrue(complete) ? complete : null,
                entry,
                parts.getOrDefault("file", entry));
    }

    private static List<Table.Column> of(List<String> names, Map<String, Table.Column> columns) {
        List<Table.Column> found = new ArrayList<>();
        columns.forEach((name, column) -> {
            if (names.contains(name)) {
                found.add(column);
            }
        });
        found.sort((a, b) -> Integer.compare(names.indexOf(a.name()), names.indexOf(b.name())));
        return List.copyOf(found);
    }

    private static Yaml.@Nullable Entry required(
            Yaml.Entry entry, Map<String, Yaml.Entry> parts, String name, String example) {
        Yaml.Entry part = parts.get(name);
        if (part == null && entry.isMapping()) {
            entry.wrongName(
                    ProblemKind.MISSING_VALUE,
                    "found no `" + name + "` for the table " + entry.name() + ", expected one " + example,
                    null);
        }
        return part;
    }

    private static @Nullable String path(Yaml.Entry entry) {
        String path = entry.text();
        if (path != null && !FILE.matcher(path).matches()) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found the file `" + path + "`, expected one such as tables/lifecycle.csv",
                    "tables are .csv files that lie in the folder `tables` of the rules");
            return null;
        }
        return path;
    }

    private static @Nullable Map<String, TableType> types(Yaml.Entry columns, Vocabulary vocabulary) {
        Map<String, TableType> types = new LinkedHashMap<>();
        boolean complete = columns.isMapping();
        for (Yaml.Entry column : columns.entries()) {
            boolean named =
                    COLUMN.matcher(column.name()).matches() && !column.name().equals("this");
            if (!named) {
                column.wrongName(
                        ProblemKind.WRONG_VALUE,
                        "found the column `" + column.name() + "`, expected letters and digits, a small letter first",
                        "for example userDays");
            }
            TableType type = TableType.read(column, vocabulary);
            complete &= named && type != null;
            if (type != null) {
                types.put(column.name(), type);
            }
        }
        if (types.size() > MOST_COLUMNS) {
            columns.wrong(
                    ProblemKind.TOO_LARGE,
                    "found " + types.size() + " columns, expected at most " + MOST_COLUMNS,
                    "make two tables of it");
            return null;
        }
        return complete && !types.isEmpty() ? types : null;
    }

    /** The names of a list, each of them a column; null if not, which has then been told. */
    private static @Nullable List<String> names(Yaml.Entry list, Map<String, TableType> types) {
        List<String> names = new ArrayList<>();
        for (Yaml.Entry item : list.items()) {
            String name = item.text();
            if (name == null) {
                return null;
            }
            if (!types.containsKey(name)) {
                item.wrong(
                        ProblemKind.UNKNOWN_NAME,
                        "found `" + name + "` in `" + list.name() + "`, expected one of the columns "
                                + String.join(", ", types.keySet()),
                        Suggestion.didYouMean(name, types.keySet()));
                return null;
            }
            if (names.contains(name)) {
                item.wrong(
                        ProblemKind.DUPLICATE_NAME,
                        "found `" + name + "` again in `" + list.name() + "`, expected each column once",
                        null);
                return null;
            }
            names.add(name);
        }
        if (names.isEmpty()) {
            list.wrong(ProblemKind.MISSING_VALUE, "found an empty list, expected the names of columns", null);
            return null;
        }
        return names;
    }

    /** The columns of the first and the last day; empty if there are none, null if they are wrong, which has been told. */
    private static @Nullable List<String> validity(Yaml.@Nullable Entry entry, @Nullable Map<String, TableType> types) {
        if (entry == null || types == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Yaml.Entry item : entry.items()) {
            String name = item.text();
            if (name == null) {
                return null;
            }
            names.add(name);
        }
        if (names.size() != 2 || names.get(0).equals(names.get(1))) {
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found " + names + ", expected the columns of the first and of the last day",
                    "for example [validFrom, validTo]");
            return null;
        }
        for (String name : names) {
            TableType type = types.getOrDefault(name, TableType.DATE);
            if (!COLUMN.matcher(name).matches() || type.type() != ValueType.DATE) {
                entry.wrong(
                        ProblemKind.WRONG_TYPE,
                        "found the column `" + name + "` as a day of the validity, expected one of the type date",
                        null);
                return null;
            }
        }
        return names;
    }

    private static boolean areApart(Yaml.Entry key, List<String> keys, List<String> validity) {
        List<String> both = keys.stream().filter(validity::contains).toList();
        if (!both.isEmpty()) {
            key.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found `" + both.get(0) + "` in the key and in the validity, expected it in one of them",
                    null);
        }
        return both.isEmpty();
    }

    private static boolean isTrue(Yaml.Entry entry) {
        String text = entry.text();
        if (text != null && !text.equals("true") && !text.equals("false")) {
            entry.wrong(ProblemKind.WRONG_VALUE, "found `" + text + "`, expected true or false", null);
        }
        return "true".equals(text);
    }
}
