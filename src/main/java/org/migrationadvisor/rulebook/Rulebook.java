package org.migrationadvisor.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.migrationadvisor.catalog.CatalogException;
import org.migrationadvisor.rulebook.engine.RuleEngine;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
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
    private static final String OFFERS = "offers.csv";
    private static final String MESSAGES = "messages/";

    private final String fingerprint;
    private final List<RuleDefinition> rules;
    private final Map<String, CodeDefinition> codes;
    private final SortedMap<String, Messages> languages;
    private final List<RuleOutput> outputs;
    private final RuleEngine engine;
    private final Catalog catalog;
    private final List<Problem> warnings;

    private Rulebook(Loader loader, String fingerprint) {
        this.fingerprint = fingerprint;
        this.rules = List.copyOf(loader.rules);
        this.codes = loader.codes;
        this.catalog = Objects.requireNonNull(loader.catalog, "catalog");
        this.languages = loader.languages;
        this.outputs = List.copyOf(loader.outputs);
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

    /**
     * The rules that are not proved to keep to one customer, by file and line. While there are any, each customer is
     * evaluated in a session of its own, which is slower.
     */
    public List<RuleDefinition> rulesNotKeptApart() {
        return engine.unproved();
    }

    /**
     * Evaluates all rules for customers, each as if it were alone.
     *
     * @param customers the facts of each customer, the customer itself first
     * @return the findings for each customer, in the same order; those of one customer each once and in no fixed order
     * @throws RunawayRuleException if rules hold for a customer far more often than advice can need
     */
    public List<List<Finding>> evaluate(List<? extends List<?>> customers) {
        List<List<Finding>> findings = customers.size() > 1 ? together(customers) : null;
        return findings != null ? findings : customers.stream().map(this::alone).toList();
    }

    /** All customers in one session; null where that could differ from a session for each. */
    private @Nullable List<List<Finding>> together(List<? extends List<?>> customers) {
        if (!engine.unproved().isEmpty()) {
            return null;
        }
        List<Object> facts = new ArrayList<>();
        List<List<Finding>> findings = new ArrayList<>(customers.size());
        Map<CustomerFact, List<Finding>> byCustomer = new HashMap<>(customers.size() * 2);
        Set<String> ids = new HashSet<>();
        int limit = Integer.MAX_VALUE;
        for (List<?> own : customers) {
            CustomerFact customer = (CustomerFact) own.get(0);
            if (!ids.add(customer.id())) {
                return null;
            }
            List<Finding> ownFindings = new ArrayList<>();
            findings.add(ownFindings);
            byCustomer.put(customer, ownFindings);
            facts.addAll(own);
            limit = Math.min(limit, RuleEngine.limit(own.size()));
        }
        try {
            evaluate(facts, limit, finding -> Objects.requireNonNull(byCustomer.get(finding.customer()))
                    .add(finding));
            return findings;
        } catch (RunawayRuleException oneMayHaveRunAway) {
            return null;
        }
    }

    private List<Finding> alone(List<?> facts) {
        List<Finding> findings = new ArrayList<>();
        evaluate(facts, RuleEngine.limit(facts.size()), findings::add);
        return findings;
    }

    private void evaluate(Collection<?> facts, int limit, Consumer<Finding> findings) {
        Set<List<Object>> seen = new HashSet<>();
        engine.evaluate(facts, limit, match -> {
            Finding finding = new Finding(outputs.get(match.ruleNumber()), match);
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
        private final List<RuleOutput> outputs = new ArrayList<>();
        private @Nullable Catalog catalog;

        Loader(RulesFolder folder) {
            this.folder = folder;
        }

        void load() {
            SourceFile policyFile = required(POLICY, "the numbers that rules use, such as `nearExpiryDays: 30`");
            SourceFile codesFile = required(CODES, "the codes with severity, actor and order");
            SourceFile offersFile = required(OFFERS, "the products that offers are resolved to");
            if (policyFile == null || codesFile == null || offersFile == null) {
                return;
            }
            catalog = catalog(offersFile);
            Vocabulary vocabulary = new Vocabulary(Policy.read(policyFile, problems));
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

        private @Nullable Catalog catalog(SourceFile file) {
            try {
                return Catalog.read(file.name(), file.text());
            } catch (CatalogException broken) {
                for (CatalogException.Problem problem : broken.problems()) {
                    int start = file.lineStart((int) problem.line());
                    Span span = new Span(start, start + 1);
                    problems.error("offers-table", file, span, problem.column() + ": " + problem.reason());
                }
                return null;
            }
        }

        private void output(RuleDefinition rule, Vocabulary vocabulary, Messages english, SourceFile codesFile) {
            CodeDefinition code = codes.get(rule.code());
            if (code == null) {
                return;
            }
            RuleOutput output = new RuleOutput(rule, code, vocabulary);
            outputs.add(output);
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
