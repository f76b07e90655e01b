package org.migrationadvisor.rulebook.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/** The codes of {@code recommendations.yaml}, which rules can recommend, with severity, actor and order. */
public final class CodeCatalogue {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final int LONGEST_CODE = 100;
    private static final int MOST_CODES = 2_000;
    private static final List<String> FIELDS = List.of("severity", "actor", "order");
    private static final List<String> SEVERITIES = List.of("blocker", "action", "warning", "question", "info");

    private final Problems problems;
    private final Map<String, CodeDefinition> codes = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean readable;

    private CodeCatalogue(Problems problems) {
        this.problems = problems;
    }

    public static CodeCatalogue empty() {
        return new CodeCatalogue(new Problems());
    }

    public static CodeCatalogue read(SourceFile file, Problems problems) {
        CodeCatalogue catalogue = new CodeCatalogue(problems);
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root != null) {
            catalogue.readable = true;
            root.entries().forEach(catalogue::add);
        }
        return catalogue;
    }

    /** Whether the file could be read, if perhaps not each code in it. */
    public boolean isReadable() {
        return readable;
    }

    /** The codes by name, in the file's order. */
    public Map<String, CodeDefinition> codes() {
        return codes;
    }

    /** The names of all codes, also of those that could not be read, which has then been told. */
    public Set<String> names() {
        return names;
    }

    private void add(Yaml.Entry entry) {
        if (entry.name().length() > LONGEST_CODE) {
            entry.wrongName(
                    ProblemKind.TOO_LARGE,
                    "found a code of " + entry.name().length() + " characters, expected at most " + LONGEST_CODE,
                    null);
            return;
        }
        if (names.size() == MOST_CODES) {
            entry.wrongName(
                    ProblemKind.TOO_LARGE, "found more than " + MOST_CODES + " codes, expected at most so many", null);
            return;
        }
        names.add(entry.name().toUpperCase(Locale.ROOT));
        if (!CODE.matcher(entry.name()).matches()) {
            entry.wrongName(
                    ProblemKind.WRONG_VALUE,
                    "found the code `" + entry.name() + "`, expected capital letters, digits and `_`",
                    "for example WAIT_FOR_EXPIRY");
            return;
        }
        CodeDefinition code = code(entry);
        if (code != null) {
            codes.put(code.code(), code);
        }
    }

    private @Nullable CodeDefinition code(Yaml.Entry entry) {
        Map<String, Yaml.Entry> fields = entry.entries(FIELDS);
        if (fields.size() < entry.entries().size()) {
            return null;
        }
        String severity = oneOf(entry, fields.get("severity"), "severity", SEVERITIES);
        String actor = oneOf(entry, fields.get("actor"), "actor", Vocabulary.ACTORS);
        Integer order = order(entry, fields.get("order"));
        if (severity == null || actor == null || order == null) {
            return null;
        }
        int line = entry.file().line(entry.nameSpan().start());
        return new CodeDefinition(entry.name(), severity, actor, order, line);
    }

    private void missing(Yaml.Entry entry, String field, String expected) {
        problems.error(
                ProblemKind.MISSING_VALUE,
                entry.file(),
                entry.nameSpan(),
                "found the code " + entry.name() + " without " + field + ", expected " + expected,
                null);
    }

    private @Nullable String oneOf(Yaml.Entry entry, Yaml.@Nullable Entry field, String name, List<String> known) {
        if (field == null) {
            missing(entry, name, "one of " + String.join(", ", known));
            return null;
        }
        String text = field.text();
        if (text == null || known.contains(text)) {
            return text;
        }
        field.wrong(
                ProblemKind.WRONG_VALUE,
                "found `" + text + "`, expected one of " + String.join(", ", known),
                Suggestion.didYouMean(text, known));
        return null;
    }

    private @Nullable Integer order(Yaml.Entry entry, Yaml.@Nullable Entry field) {
        if (field == null) {
            missing(entry, "order", "a whole number: what must be done first has the smallest");
            return null;
        }
        String text = field.text();
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}")) {
            field.wrong(
                    ProblemKind.WRONG_VALUE, "found `" + text + "`, expected a whole number from 0 to 999999", null);
            return null;
        }
        return Integer.valueOf(text);
    }
}
