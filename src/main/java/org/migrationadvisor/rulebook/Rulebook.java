package org.migrationadvisor.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.rulebook.engine.RuleEngine;
import org.migrationadvisor.rulebook.semantics.RuleChecker;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.Parser;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/** A rules folder that has been checked and is ready to run. Immutable and thread-safe. */
public final class Rulebook {
    /** The language whose texts must be complete. */
    public static final String DEFAULT_LANGUAGE = "en";

    private static final String POLICY = "policy.yaml";
    private static final String CODES = "recommendations.yaml";
    private static final String MESSAGES = "messages/";

    private final String fingerprint;
    private final List<RuleDefinition> rules;
    private final Map<String, CodeDefinition> codes;
    private final SortedMap<String, Messages> languages;
    private final Map<String, RuleOutput> outputs;
    private final RuleEngine engine;
    private final Catalog catalog;
    private final List<Problem> warnings;

    private Rulebook(Loader loader, String fingerprint) {
        this.fingerprint = fingerprint;
        this.rules = List.copyOf(loader.rules);
        this.codes = loader.codes;
        this.catalog = Objects.requireNonNull(loader.catalog, "catalog");
        this.languages = loader.languages;
        this.outputs = loader.outputs;
        this.warnings = loader.problems.sorted();
        this.engine = RuleEngine.of(rules);
    }

    /**
     * Checks a folder and makes it ready to run.
     *
     * @throws RulebookException with every problem found, if any of them is an error
     */
    public static Rulebook load(RulesFolder folder) {
        Objects.requireNonNull(folder, "folder");
        Loader loader = new Loader(folder);
        loader.load();
        RulebookException.throwIfErrors(loader.problems);
        return new Rulebook(loader, folder.fingerprint());
    }

    /**
     * Reads the products of a folder, and none of its rules.
     *
     * @throws RulebookException with every problem found in their tables
     */
    public static Catalog catalog(RulesFolder folder) {
        Objects.requireNonNull(folder, "folder");
        Loader loader = new Loader(folder);
        loader.loadCatalog();
        RulebookException.throwIfErrors(loader.problems);
        return Objects.requireNonNull(loader.catalog, "catalog");
    }

    /** Fingerprint of everything in the folder that can change advice. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The products that offers are resolved to. */
    public Catalog catalog() {
        return catalog;
    }

    /** The rules by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return rules;
    }

    /** The codes by name, in the catalogue's order; unmodifiable. */
    public Map<String, CodeDefinition> codes() {
        return codes;
    }

    /** BCP 47 tags of the languages that have texts, in alphabetical order. */
    public Set<String> languages() {
        return languages.keySet();
    }

    /** What may not be meant so, although the rules load; unmodifiable. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** Whether one evaluation may hold the facts of many customers: every rule is proved to keep to one of them. */
    public boolean keepsCustomersApart() {
        return engine.unproved().isEmpty();
    }

    /**
     * Evaluates all rules over facts. Advice for one customer does not depend on another only if the facts are those of
     * one customer, or {@link #keepsCustomersApart()} holds.
     *
     * @param findings takes the findings, each once, in no fixed order
     * @throws RunawayRuleException if rules hold far more often than advice can need
     */
    public void evaluate(Collection<?> facts, Consumer<Finding> findings) {
        Set<List<Object>> seen = new HashSet<>();
        engine.evaluate(facts, match -> {
            Finding finding =
                    new Finding(Objects.requireNonNull(outputs.get(match.rule().id())), match);
            if (!finding.repeats() || seen.add(finding.identity())) {
                findings.accept(finding);
            }
        });
    }

    /** Reads the files of a folder, collecting all problems. */
    private static final class Loader {
        private final RulesFolder folder;
        private final Problems problems = new Problems();
        private final List<RuleDefinition> rules = new ArrayList<>();
        private final Map<String, CodeDefinition> codes = new LinkedHashMap<>();
        private final SortedMap<String, Messages> languages = new TreeMap<>();
        private final Map<String, RuleOutput> outputs = new LinkedHashMap<>();
        private @Nullable Catalog catalog;

        Loader(RulesFolder folder) {
            this.folder = folder;
        }

        void loadCatalog() {
            SourceFile offersFile = required(CatalogFiles.OFFERS, "the products that offers are resolved to");
            SourceFile policyFile = folder.file(POLICY);
            if (offersFile != null) {
                Map<String, Object> policy = policyFile == null ? Map.of() : Policy.read(policyFile, problems);
                catalog = CatalogFiles.read(folder, offersFile, policy, problems);
            }
        }

        void load() {
            SourceFile policyFile = required(POLICY, "the numbers that rules use, such as `nearExpiryDays: 30`");
            SourceFile codesFile = required(CODES, "the codes with severity, actor and order");
            SourceFile offersFile = required(CatalogFiles.OFFERS, "the products that offers are resolved to");
            if (policyFile == null || codesFile == null || offersFile == null) {
                return;
            }
            Map<String, Object> policy = Policy.read(policyFile, problems);
            catalog = CatalogFiles.read(folder, offersFile, policy, problems);
            Vocabulary vocabulary = new Vocabulary(policy);
            codes.putAll(CodeCatalogue.read(codesFile, problems));
            for (SourceFile file : folder.filesEnding(".yaml")) {
                if (file.name().startsWith(MESSAGES) && !file.name().endsWith(".cases.yaml")) {
                    String language =
                            file.name().substring(MESSAGES.length(), file.name().length() - ".yaml".length());
                    languages.put(language, Messages.read(file, language, codes.keySet(), problems));
                }
            }
            Messages english = languages.get(DEFAULT_LANGUAGE);
            if (english == null) {
                missing(MESSAGES + DEFAULT_LANGUAGE + ".yaml", "a text for each code");
                return;
            }
            RuleChecker checker = new RuleChecker(vocabulary, codes.keySet(), problems);
            for (SourceFile file : folder.filesEnding(".drl")) {
                rules.addAll(checker.check(Parser.parse(file, problems)));
            }
            if (folder.filesEnding(".drl").isEmpty()) {
                missing("*.drl", "at least one file with rules");
            }
            rules.forEach(rule -> output(rule, vocabulary, english, codesFile));
        }

        private void output(RuleDefinition rule, Vocabulary vocabulary, Messages english, SourceFile codesFile) {
            CodeDefinition code = codes.get(rule.code());
            if (code == null) {
                return;
            }
            RuleOutput output = new RuleOutput(rule, code, vocabulary);
            outputs.put(rule.id(), output);
            Messages.Text englishText = english.text(code.code(), rule.id());
            if (englishText == null) {
                int start = codesFile.lineStart(code.line());
                problems.error(
                        "missing-text",
                        codesFile,
                        new Span(start, start + code.code().length()),
                        "found the code " + code.code() + " without a text in " + MESSAGES + DEFAULT_LANGUAGE + ".yaml",
                        "add `" + code.code() + ": ...` under messages there");
                return;
            }
            output.add(DEFAULT_LANGUAGE, english, englishText, true, problems);
            languages.forEach((language, messages) -> {
                if (messages != english) {
                    Messages.Text text = messages.text(code.code(), rule.id());
                    if (text == null) {
                        output.add(language, english, englishText, false, problems);
                    } else {
                        output.add(language, messages, text, false, problems);
                    }
                }
            });
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
                    "missing-file",
                    new SourceFile(name, ""),
                    new Span(0, 1),
                    "found no such file in the rules folder, expected " + holds,
                    "copy it from the bundled rules, or give the right folder");
        }
    }
}
