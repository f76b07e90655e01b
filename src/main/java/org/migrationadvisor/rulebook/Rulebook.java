package org.migrationadvisor.rulebook;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.rulebook.engine.RuleEngine;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/** A rules folder that has been checked and is ready to run. Immutable and thread-safe. */
public final class Rulebook {
    /** The language whose texts must be complete. */
    public static final String DEFAULT_LANGUAGE = "en";

    private final String fingerprint;
    private final List<RuleDefinition> rules;
    private final Map<String, CodeDefinition> codes;
    private final SortedMap<String, Messages> languages;
    private final Map<String, RuleOutput> outputs;
    private final RuleEngine engine;
    private final Catalog catalog;
    private final Map<String, Object> policy;

    Rulebook(Loader loader, String fingerprint) {
        this.fingerprint = fingerprint;
        this.rules = List.copyOf(loader.rules());
        this.codes = loader.codes();
        this.catalog = Objects.requireNonNull(loader.catalog(), "catalog");
        this.policy = loader.policy().values();
        this.languages = loader.languages();
        this.outputs = loader.outputs();
        this.engine = RuleEngine.of(rules);
    }

    /**
     * Checks a folder and makes it ready to run.
     *
     * @throws RulebookException with every problem found, if any of them is an error
     */
    public static Rulebook load(RulesFolder folder) {
        Objects.requireNonNull(folder, "folder");
        Problems problems = new Problems();
        Loader loader = Loader.read(folder, problems);
        RulebookException.throwIfErrors(problems);
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

    /** The values of the policy by name; unmodifiable. */
    public Map<String, Object> policy() {
        return Collections.unmodifiableMap(policy);
    }

    /** BCP 47 tags of the languages that have texts, in alphabetical order. */
    public Set<String> languages() {
        return languages.keySet();
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

    /**
     * How a rule fared, condition by condition, over the facts of one customer. It holds there for a fact exactly if
     * {@link #evaluate} finds something for that fact with the rule.
     */
    public RuleTrace trace(RuleDefinition rule, Collection<?> facts) {
        return RuleTrace.of(rule, facts, policy);
    }
}
