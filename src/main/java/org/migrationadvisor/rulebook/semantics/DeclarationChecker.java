package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Checks the names that a folder declares, before the rules that conclude them. */
final class DeclarationChecker {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DEFINITIONS = 500;
    private static final Map<String, ValueType> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("Subscription", ValueType.FACT);
        TYPES.put("Customer", ValueType.FACT);
        TYPES.put("String", ValueType.TEXT);
        TYPES.put("Integer", ValueType.WHOLE);
        TYPES.put("BigDecimal", ValueType.DECIMAL);
        TYPES.put("LocalDate", ValueType.DATE);
        TYPES.put("Boolean", ValueType.TRUTH);
    }

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, List<List<Syntax.Expression>>> concluded = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Set<String>> fields = new HashMap<>();
    private boolean isComplete;

    DeclarationChecker(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The definitions of a folder by file and line, without those that have an error, which have then been told. */
    List<Definition> check(List<Syntax.RuleFile> files) {
        isComplete = DefinitionChecker.isComplete(files);
        files.stream()
                .filter(Syntax.RuleFile::definesNames)
                .flatMap(file -> file.rules().stream())
                .forEach(rule -> note(rule.consequence()));
        List<Definition> definitions = new ArrayList<>();
        for (Syntax.RuleFile file : files) {
            for (Syntax.Declaration declaration : file.declarations()) {
                if (definitions.size() == MOST_DEFINITIONS) {
                    wrong(
                            ProblemKind.TOO_LARGE,
                            file.source(),
                            declaration.name().span(),
                            "found more than " + MOST_DEFINITIONS + " declarations in the folder",
                            "give one definition several values");
                    return definitions;
                }
                Definition definition = definition(file.source(), declaration);
                if (definition != null) {
                    definitions.add(definition);
                }
            }
        }
        return definitions;
    }

    private void note(Syntax.Expression consequence) {
        if (consequence instanceof Syntax.Call conclude && conclude.arguments().get(0) instanceof Syntax.Call made) {
            concluded
                    .computeIfAbsent(made.name().text(), key -> new ArrayList<>())
                    .add(made.arguments());
        }
    }

    private void wrong(ProblemKind kind, SourceFile file, Span span, String what, @Nullable String mend) {
        problems.error(kind, file, span, what, mend);
    }

    private @Nullable Definition definition(SourceFile file, Syntax.Declaration declaration) {
        Syntax.Name name = declaration.name();
        if (!isFree(file, name)) {
            return null;
        }
        FactType subject = subject(file, declaration);
        if (subject == null) {
            return null;
        }
        if (isComplete && !concluded.containsKey(name.text())) {
            wrong(
                    ProblemKind.MISSING_VALUE,
                    file,
                    name.span(),
                    "found the declaration of " + name.text() + ", which no rule concludes",
                    "write a rule in " + Syntax.DEFINITIONS + " that ends with insertLogical( new " + name.text()
                            + "( ... ) );");
        }
        List<Definition.Value> values = values(file, declaration);
        if (values == null) {
            return null;
        }
        Definition definition = new Definition(
                name.text(),
                file,
                name.span(),
                subject,
                declaration.fields().get(0).name().text(),
                sentence(declaration.about(), "Concluded by " + file.name() + "."),
                values);
        return addsNewFields(definition) ? definition : null;
    }

    private boolean isFree(SourceFile file, Syntax.Name name) {
        if (!NAME.matcher(name.text()).matches()) {
            String meant = name.text().substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.text().substring(1).replaceAll("[^A-Za-z0-9]", "");
            wrong(
                    ProblemKind.WRONG_VALUE,
                    file,
                    name.span(),
                    "found the name `" + name.text() + "`, expected a capital letter, then letters and digits, at most "
                            + LONGEST_NAME + " in all",
                    "write " + (NAME.matcher(meant).matches() ? meant : "a name such as Ended"));
            return false;
        }
        String place = vocabulary.type(name.text()) == null ? places.get(name.text()) : "among the facts of the list";
        if (place != null) {
            wrong(
                    ProblemKind.DUPLICATE_NAME,
                    file,
                    name.span(),
                    "found the name " + name.text() + " again, expected each name once; it stands first " + place,
                    "give one of the two another name");
            return false;
        }
        places.put(
                name.text(), "in " + file.name() + ":" + file.line(name.span().start()));
        return true;
    }

    /** The kind of fact that a definition is about; null if the declaration does not say, which has then been told. */
    private @Nullable FactType subject(SourceFile file, Syntax.Declaration declaration) {
        Syntax.DeclaredField first =
                declaration.fields().isEmpty() ? null : declaration.fields().get(0);
        if (first == null) {
            wrong(
                    ProblemKind.MISSING_VALUE,
                    file,
                    declaration.name().span(),
                    "found a declaration without a field, expected the fact that it is about",
                    "add `subscription : Subscription @key`, or `customer : Customer @key`");
            return null;
        }
        if (!first.isKey() || TYPES.get(first.type().text()) != ValueType.FACT) {
            wrong(
                    ProblemKind.WRONG_VALUE,
                    file,
                    first.span(),
                    "found `" + file.text(first.span()).replaceAll("\\s+", " ")
                            + "` first, expected the fact that it is about, a key",
                    "start with `subscription : Subscription @key`, or `customer : Customer @key`");
            return null;
        }
        return Objects.requireNonNull(vocabulary.type(first.type().text()));
    }

    private @Nullable List<Definition.Value> values(SourceFile file, Syntax.Declaration declaration) {
        List<Definition.Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean complete = true;
        for (Syntax.DeclaredField field : declaration.fields()) {
            ValueType type = TYPES.get(field.type().text());
            if (type == null) {
                Set<String> known = TYPES.keySet();
                wrong(
                        ProblemKind.WRONG_TYPE,
                        file,
                        field.type().span(),
                        "found the type `" + field.type().text() + "`, expected one of " + String.join(", ", known),
                        typeMend(field.type().text(), known));
                complete = false;
            } else if (!FIELD.matcher(field.name().text()).matches()) {
                wrong(
                        ProblemKind.WRONG_VALUE,
                        file,
                        field.name().span(),
                        "found the field `" + field.name().text()
                                + "`, expected a small letter, then letters and digits, at most " + LONGEST_NAME
                                + " in all",
                        null);
                complete = false;
            } else if (!names.add(field.name().text())) {
                wrong(
                        ProblemKind.DUPLICATE_NAME,
                        file,
                        field.name().span(),
                        "found the field `" + field.name().text() + "` again, expected each field once",
                        null);
                complete = false;
            } else {
                values.add(value(file, declaration, field, type));
            }
        }
        return complete ? values.subList(1, values.size()) : null;
    }

    private static @Nullable String typeMend(String type, Set<String> known) {
        return switch (type) {
            case "int", "long", "Long", "short" -> "write Integer for a whole number";
            case "double", "float", "Double", "Float" -> "write BigDecimal for a decimal number";
            case "boolean" -> "write Boolean";
            case "Date", "LocalDateTime" -> "write LocalDate";
            case "Text", "text", "string" -> "write String for a text";
            default -> Suggestion.didYouMean(type, known);
        };
    }

    private static String sentence(Syntax.@Nullable Name about, String otherwise) {
        return about == null || about.text().isBlank()
                ? otherwise
                : about.text().strip();
    }

    private Definition.Value value(
            SourceFile file, Syntax.Declaration declaration, Syntax.DeclaredField field, ValueType type) {
        List<String> choices = type == ValueType.TEXT
                ? choices(declaration.name().text(), declaration.fields().indexOf(field))
                : List.of();
        return new Definition.Value(
                field.name().text(),
                choices.isEmpty() ? type : ValueType.CHOICE,
                choices,
                type == ValueType.FACT ? field.type().text() : null,
                field.isKey(),
                sentence(field.about(), "Given by " + file.name() + "."));
    }

    /** The texts that the rules conclude for a field, if all of them conclude one; else empty. */
    private List<String> choices(String name, int field) {
        Set<String> choices = new TreeSet<>();
        for (List<Syntax.Expression> values : concluded.getOrDefault(name, List.of())) {
            if (field >= values.size()
                    || !(values.get(field) instanceof Syntax.Literal literal)
                    || literal.kind() != Syntax.LiteralKind.TEXT) {
                return List.of();
            }
            choices.add(literal.text());
        }
        return List.copyOf(choices);
    }

    /** Whether the fields that a definition adds to the fact are new there; what is not has been told. */
    private boolean addsNewFields(Definition definition) {
        Set<String> known = fields.computeIfAbsent(
                definition.subject().name(),
                key -> new HashSet<>(definition.subject().propertyNames()));
        boolean all = true;
        for (Property field : DefinedField.of(definition)) {
            if (!known.add(field.name())) {
                wrong(
                        ProblemKind.DUPLICATE_NAME,
                        definition.file(),
                        definition.span(),
                        "found the field `" + field.name() + "` that " + definition.name() + " adds to "
                                + definition.subject().name() + ", which has one of this name",
                        "give it another name");
                all = false;
            }
        }
        return all;
    }
}
