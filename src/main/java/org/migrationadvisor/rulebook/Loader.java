package org.migrationadvisor.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.analysis.ValueReview;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.loading.CatalogFiles;
import org.migrationadvisor.rulebook.loading.CodeCatalogue;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.loading.Contradictions;
import org.migrationadvisor.rulebook.loading.ContradictionsFile;
import org.migrationadvisor.rulebook.loading.OwnColumns;
import org.migrationadvisor.rulebook.loading.Policy;
import org.migrationadvisor.rulebook.loading.StrayFiles;
import org.migrationadvisor.rulebook.loading.TablesFile;
import org.migrationadvisor.rulebook.messages.Messages;
import org.migrationadvisor.rulebook.messages.RuleOutput;
import org.migrationadvisor.rulebook.semantics.DefinitionChecker;
import org.migrationadvisor.rulebook.semantics.Definitions;
import org.migrationadvisor.rulebook.semantics.RuleChecker;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.Parser;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** The files of a rules folder, read as far as they can be; what is wrong with them is told. */
public final class Loader {
    private static final String PRODUCTS = "the products that offers are resolved to";
    private static final int MOST_LANGUAGES = 100;
    private static final int MOST_TEXT_PARTS = 300_000;

    private final RulesFolder folder;
    private final Problems problems;
    private final SortedMap<String, Object> given;
    private final List<Syntax.RuleFile> ruleFiles = new ArrayList<>();
    private final List<RuleDefinition> rules = new ArrayList<>();
    private final SortedMap<String, Messages> languages = new TreeMap<>();
    private final List<RuleOutput> outputs = new ArrayList<>();
    private Vocabulary vocabulary =
            new Vocabulary(FactTable.STANDARD, name -> false, Map.of(), Map.of(), name -> false);
    private Definitions definitions = Definitions.NONE;
    private CodeCatalogue codes = CodeCatalogue.empty();
    private Policy policy = Policy.empty();
    private OwnColumns columns = OwnColumns.NONE;
    private @Nullable Catalog catalog;
    private int textParts;
    private TablesFile tables = TablesFile.NONE;
    private Contradictions contradictions = Contradictions.NONE;

    private Loader(RulesFolder folder, SortedMap<String, Object> given, Problems problems) {
        this.folder = folder;
        this.given = given;
        this.problems = problems;
    }

    static Loader read(RulesFolder folder, Problems problems) {
        return read(folder, Collections.emptySortedMap(), problems);
    }

    /**
     * Reads a folder.
     *
     * @param given values in the place of those of the policy, of the same types
     */
    static Loader read(RulesFolder folder, SortedMap<String, Object> given, Problems problems) {
        Loader loader = new Loader(folder, new TreeMap<>(given), problems);
        loader.read();
        return loader;
    }

    private void read() {
        StrayFiles.tell(folder, problems);
        SourceFile policyFile = required(RulesFiles.POLICY, "the numbers that rules use, such as `nearExpiryDays: 30`");
        SourceFile codesFile = required(RulesFiles.CODES, "the codes with severity, actor and order");
        SourceFile offersFile = required(CatalogFiles.OFFERS, PRODUCTS);
        SourceFile englishFile = required(RulesFiles.messages(Rulebook.DEFAULT_LANGUAGE), "a text for each code");
        ruleFiles.addAll(Parser.parse(folder.filesEnding(".drl"), problems));
        if (ruleFiles.isEmpty()) {
            missing("*.drl", "at least one file with rules");
        }
        if (policyFile == null || codesFile == null || offersFile == null || englishFile == null) {
            return;
        }
        columns = OwnColumns.read(folder.file(OwnColumns.NAME), problems);
        Policy own = Policy.read(policyFile, problems);
        given.entrySet().removeAll(own.values().entrySet());
        policy = own.with(given);
        catalog = CatalogFiles.read(folder, offersFile, policy.values(), problems);
        codes = CodeCatalogue.read(codesFile, problems);
        if (!codes.isReadable()) {
            return;
        }
        for (SourceFile file : folder.filesEnding(".yaml")) {
            if (file.name().startsWith(RulesFiles.MESSAGES) && !file.name().endsWith(".cases.yaml")) {
                if (languages.size() == MOST_LANGUAGES) {
                    problems.error(
                            ProblemKind.TOO_LARGE,
                            file,
                            new Span(0, 1),
                            "found more than " + MOST_LANGUAGES + " files with messages, expected one for a language");
                    break;
                }
                String language = file.name()
                        .substring(RulesFiles.MESSAGES.length(), file.name().length() - ".yaml".length());
                languages.put(language, Messages.read(file, language, codes.names(), problems));
            }
        }
        Vocabulary facts =
                new Vocabulary(columns.table(), columns::isBroken, policy.values(), policy.unset(), policy::isBroken);
        tables = TablesFile.read(folder, facts, problems);
        DefinitionChecker names =
                new DefinitionChecker(ruleFiles, facts.with(tables.tables(), tables.broken()), problems);
        vocabulary = names.vocabulary();
        List<RuleDefinition> checked = new RuleChecker(names, codes.names(), problems).check(ruleFiles);
        definitions = names.concludedBy(checked);
        ValueReview.run(definitions, policy.values(), problems);
        checked.stream().filter(rule -> !rule.concludes()).forEach(rules::add);
        rules.forEach(this::output);
        SourceFile contradictionsFile = folder.file(ContradictionsFile.NAME);
        if (contradictionsFile != null) {
            contradictions = ContradictionsFile.read(contradictionsFile, names, codes.names(), rules, problems);
        }
        codes.codes().values().forEach(code -> requireTexts(code, codesFile));
    }

    /** The products of a folder; null if a table has a problem, which has then been told. */
    static @Nullable Catalog catalog(RulesFolder folder, Problems problems) {
        Loader loader = new Loader(folder, Collections.emptySortedMap(), problems);
        SourceFile offers = loader.required(CatalogFiles.OFFERS, PRODUCTS);
        SourceFile policy = folder.file(RulesFiles.POLICY);
        Map<String, Object> values =
                policy == null ? Map.of() : Policy.read(policy, problems).values();
        return offers == null ? null : CatalogFiles.read(folder, offers, values, problems);
    }

    private void output(RuleDefinition rule) {
        CodeDefinition code = codes.codes().get(rule.code());
        Messages english = languages.get(Rulebook.DEFAULT_LANGUAGE);
        Messages.Text englishText = english == null ? null : english.text(rule.code(), rule.id());
        if (code == null || english == null || englishText == null) {
            return;
        }
        RuleOutput output = new RuleOutput(rule, code, vocabulary);
        outputs.add(output);
        addText(output, Rulebook.DEFAULT_LANGUAGE, english, englishText);
        languages.forEach((language, messages) -> {
            if (messages != english) {
                Messages.Text text = messages.text(code.code(), rule.id());
                if (text == null) {
                    addText(output, language, english, englishText);
                } else {
                    addText(output, language, messages, text);
                }
            }
        });
    }

    /** Each rule keeps its texts with the values bound to them, so that many rules with long texts use up the memory. */
    private void addText(RuleOutput output, String language, Messages messages, Messages.Text text) {
        int before = textParts;
        textParts = Math.min(MOST_TEXT_PARTS + 1, textParts + text.template().size());
        if (textParts <= MOST_TEXT_PARTS) {
            output.add(language, messages, text, language.equals(Rulebook.DEFAULT_LANGUAGE), problems);
        } else if (before <= MOST_TEXT_PARTS) {
            problems.error(
                    ProblemKind.TOO_LARGE,
                    text.file(),
                    text.nameSpan(),
                    "found more than " + MOST_TEXT_PARTS
                            + " parts in the texts of all rules and languages up to this one",
                    "write shorter texts, or fewer rules with the same code");
        }
    }

    /** Tells of the languages in which a code has no text: an error for English, else a warning. */
    private void requireTexts(CodeDefinition code, SourceFile codesFile) {
        List<RuleDefinition> users =
                rules.stream().filter(rule -> rule.code().equals(code.code())).toList();
        List<String> lacking = languages.entrySet().stream()
                .filter(language -> !hasText(language.getValue(), code.code(), users))
                .map(language -> RulesFiles.messages(language.getKey()))
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        int start = codesFile.lineStart(code.line());
        Span span = new Span(start, start + code.code().length());
        String what = "found the code " + code.code() + " without a text in " + String.join(", ", lacking);
        String mend = "add `" + code.code() + ": ...` under messages there";
        if (lacking.contains(RulesFiles.messages(Rulebook.DEFAULT_LANGUAGE))) {
            problems.error(ProblemKind.MISSING_TEXT, codesFile, span, what, mend);
        } else {
            String until = mend + "; until then the English text is shown";
            problems.warning(ProblemKind.MISSING_TEXT, codesFile, span, what, until);
        }
    }

    private static boolean hasText(Messages messages, String code, List<RuleDefinition> users) {
        return users.isEmpty()
                ? messages.names(code)
                : users.stream().allMatch(rule -> messages.names(code, rule.id()));
    }

    private @Nullable SourceFile required(String name, String holds) {
        SourceFile file = folder.file(name);
        if (file == null) {
            missing(name, holds);
        }
        return file;
    }

    private void missing(String name, String holds) {
        problems.error(
                ProblemKind.MISSING_FILE,
                new SourceFile(name, ""),
                new Span(0, 1),
                "found no such file in the rules folder, expected " + holds,
                "copy it from the bundled rules, or give the right folder");
    }

    RulesFolder folder() {
        return folder;
    }

    /** The values of the policy that are not those of the folder. */
    SortedMap<String, Object> given() {
        return given;
    }

    /** Fingerprint of everything that can change advice. */
    String fingerprint() {
        return given.isEmpty() ? folder.fingerprint() : RulesFolder.fingerprint(folder.fingerprint(), given.toString());
    }

    /** The rules as written, those with syntax errors left out. */
    List<Syntax.RuleFile> ruleFiles() {
        return ruleFiles;
    }

    /** The rules that can be run. */
    List<RuleDefinition> rules() {
        return rules;
    }

    /** The words of the rules, with those that the folder defines. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What the rules define. */
    Definitions definitions() {
        return definitions;
    }

    Map<String, CodeDefinition> codes() {
        return codes.codes();
    }

    Policy policy() {
        return policy;
    }

    /** The tables that rules can look up, in the order of their declaration. */
    List<Table> tables() {
        return tables.tables();
    }

    /** The columns of lists that the folder declares besides those of every list. */
    OwnColumns columns() {
        return columns;
    }

    Contradictions contradictions() {
        return contradictions;
    }

    SortedMap<String, Messages> languages() {
        return languages;
    }

    /** How matches become findings, for each rule in the order of the rules; complete only if the folder loads. */
    List<RuleOutput> outputs() {
        return outputs;
    }

    @Nullable
    Catalog catalog() {
        return catalog;
    }
}
