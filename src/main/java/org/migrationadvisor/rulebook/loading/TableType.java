package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.TextKind;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/**
 * What the cells of a column hold.
 *
 * @param choices for a choice, the values it can have; else empty
 */
record TableType(ValueType type, List<String> choices, TextKind texts) {
    static final TableType DATE = of(ValueType.DATE);

    private static final Map<String, TableType> PLAIN = Map.of(
            "whole", of(ValueType.WHOLE),
            "decimal", of(ValueType.DECIMAL),
            "date", DATE,
            "text", of(ValueType.TEXT),
            "yes-no", of(ValueType.TRUTH));
    private static final List<String> NAMES = List.of("whole", "decimal", "date", "text", "yes-no");

    private static TableType of(ValueType type) {
        return new TableType(type, List.of(), TextKind.ANY);
    }

    /** The type that a declaration names; null if there is none, which has then been told. */
    static @Nullable TableType read(Yaml.Entry entry, Vocabulary vocabulary) {
        String name = entry.text();
        if (name == null) {
            return null;
        }
        TableType plain = PLAIN.get(name);
        return plain != null ? plain : ofField(entry, name, vocabulary);
    }

    private static @Nullable TableType ofField(Yaml.Entry entry, String name, Vocabulary vocabulary) {
        int dot = name.indexOf('.');
        FactType fact = dot < 0 ? null : vocabulary.type(name.substring(0, dot));
        if (fact == null || fact.name().equals(Vocabulary.POLICY)) {
            List<String> known = new ArrayList<>(NAMES);
            vocabulary.ofList().forEach(each -> each.propertyNames()
                    .forEach(field -> known.add(each.name() + "." + field)));
            entry.wrong(
                    ProblemKind.WRONG_VALUE,
                    "found the type `" + name + "` for the column " + entry.name() + ", expected one of "
                            + String.join(", ", NAMES) + " or a field such as Subscription.program",
                    Suggestion.didYouMean(name, known));
            return null;
        }
        String fieldName = name.substring(dot + 1);
        Property field = fact.property(fieldName);
        if (field == null) {
            entry.wrong(
                    ProblemKind.UNKNOWN_FIELD,
                    "found the field `" + fieldName + "`, which " + fact.name() + " does not have",
                    Suggestion.didYouMean(fieldName, fact.propertyNames()));
            return null;
        }
        if (field.type() == ValueType.FACT || field.type() == ValueType.TEXTS) {
            entry.wrong(
                    ProblemKind.WRONG_TYPE,
                    "found the field `" + fieldName + "`, which is "
                            + field.type().shown() + ", expected one with a single value",
                    null);
            return null;
        }
        List<String> choices = field.choices().stream()
                .filter(choice -> !choice.equals(Vocabulary.UNKNOWN))
                .toList();
        return new TableType(field.type(), choices, field.texts());
    }

    /** How rules read a column of this type. */
    Property property(String table, String name, int place, boolean mayBeEmpty) {
        return new Property(
                table,
                name,
                type,
                choices,
                null,
                mayBeEmpty,
                List.of(),
                texts,
                "A column of the table " + table + ".",
                null,
                null,
                row -> ((TableRow) Objects.requireNonNull(row)).cell(place));
    }
}
