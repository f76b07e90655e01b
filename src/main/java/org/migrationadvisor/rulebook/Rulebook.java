package org.migrationadvisor.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.LicensingList;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.engine.RuleEngine;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.folder.UnfinishedPlaces;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.loading.Contradictions;
import org.migrationadvisor.rulebook.loading.GivenPolicy;
import org.migrationadvisor.rulebook.loading.Policy;
import org.migrationadvisor.rulebook.messages.Finding;
import org.migrationadvisor.rulebook.messages.Messages;
import org.migrationadvisor.rulebook.messages.RuleOutput;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.Definitions;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.HeapLimitException;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.trace.RuleTrace;

/** A rules folder that has been checked and is ready to run. Immutable and thread-safe. */
public final class Rulebook {
    /** The language whose texts must be complete. */
    public static final String DEFAULT_LANGUAGE = "en";

    private static final String LEAD_DAYS = "leadDays";
    private static final int USUAL_FINDINGS = 16;

    private final RulesFolder folder;
    private final SortedMap<String, Object> given;
    private final List<LicensingList> lists;
    private final String fingerprint;
    private final List<RuleDefinition> rules;
    private final Definitions definitions;
    private final List<FactType> facts;
    private final Map<String, CodeDefinition> codes;
    private final SortedMap<String, Messages> languages;
    private final List<RuleOutput> outputs;
    private final RuleEngine engine;
    private final Catalog catalog;
    private final Policy policy;
    private final FactTable fields;
    private final Contradictions contradictions;
    private final List<Table> tables;

    private Rulebook(Loader loader) {
        this.folder = loader.folder();
        this.given = loader.given();
        this.lists = List.of();
        this.fingerprint = loader.fingerprint();
        this.rules = List.copyOf(loader.rules());
        this.definitions = loader.definitions();
        this.facts = loader.vocabulary().ofList();
        this.codes = loader.codes();
        this.catalog = Objects.requireNonNull(loader.catalog(), "catalog");
        this.policy = loader.policy();
        this.fields = loader.columns().table();
        this.languages = loader.languages();
        this.outputs = List.copyOf(loader.outputs());
        this.contradictions = loader.contradictions();
        this.tables = loader.tables();
        this.engine = RuleEngine.of(rules);
    }

    private Rulebook(Rulebook book, LicensingList list) {
        this.folder = book.folder;
        this.given = book.given;
        this.lists = Stream.concat(book.lists.stream(), Stream.of(list)).toList();
        this.fingerprint = RulesFolder.fingerprint(book.fingerprint, list.content());
        this.rules = book.rules;
        this.definitions = book.definitions;
        this.facts = book.facts;
        this.codes = book.codes;
        this.catalog = book.catalog.with(list);
        this.policy = book.policy;
        this.fields = book.fields;
        this.languages = book.languages;
        this.outputs = book.outputs;
        this.contradictions = book.contradictions;
        this.tables = book.tables;
        this.engine = book.engine;
    }

    /**
     * Checks a folder and makes it ready to run, also with places that are left to fill in: for those who write rules.
     *
     * @throws RulebookException with every problem found, if any of them is an error
     */
    public static Rulebook load(RulesFolder folder) {
        return load(Objects.requireNonNull(folder, "folder"), Collections.emptySortedMap(), new Problems());
    }

    /**
     * Checks a folder and makes it ready to advise.
     *
     * @throws RulebookException with every problem found, if any of them is an error, or if {@code ???} stands in a rule,
     *     a text, a policy value or another place that can change advice
     */
    public static Rulebook loadFinished(RulesFolder folder) {
        Problems problems = new Problems();
        UnfinishedPlaces.refuse(Objects.requireNonNull(folder, "folder"), problems);
        return load(folder, Collections.emptySortedMap(), problems);
    }

    private static Rulebook load(RulesFolder folder, SortedMap<String, Object> given, Problems problems) {
        Loader loader = Loader.read(folder, given, problems);
        RulebookException.throwIfErrors(problems);
        return new Rulebook(loader);
    }

    /**
     * Reads the products of a folder, and none of its rules.
     *
     * @throws RulebookException with every problem found in their tables
     */
    public static Catalog catalog(RulesFolder folder) {
        Objects.requireNonNull(folder, "folder");
        Problems problems = new Problems();
        Catalog catalog = Loader.catalog(folder, problems);
        RulebookException.throwIfErrors(problems);
        return Objects.requireNonNull(catalog, "catalog");
    }

    /** The same rules with the products and service plans of Microsoft's list added to those of the folder. */
    public Rulebook withProducts(LicensingList list) {
        Objects.requireNonNull(list, "list");
        return new Rulebook(this, list);
    }

    /**
     * The same rules with other values of the policy, built anew.
     *
     * @param values whole numbers, decimals, texts, days and truth values by name, or their texts; what is not named
     *     keeps its value
     * @throws IllegalArgumentException if a name is not one of the policy, or a value is not of its type
     *     or outside its limits
     * @throws RulebookException if the rules do not load with the values
     */
    public Rulebook withPolicy(Map<String, ?> values) {
        Objects.requireNonNull(values, "values");
        SortedMap<String, Object> all = new TreeMap<>(given);
        all.putAll(GivenPolicy.of(values, policy));
        Rulebook book = load(folder, all, new Problems());
        for (LicensingList list : lists) {
            book = book.withProducts(list);
        }
        return book;
    }

    /**
     * Fingerprint of everything that can change advice: in the folder, in lists of products added to it, and values of the
     * policy that are not those of the folder.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** The products that offers are resolved to. */
    public Catalog catalog() {
        return catalog;
    }

    /** The rules that recommend, by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return rules;
    }

    /** The rules that recommend, then those that define; unmodifiable. */
    public List<RuleDefinition> allRules() {
        return Stream.concat(rules.stream(), definitions.rules().stream()).toList();
    }

    /** The facts of a list with the fields that rules can read, those that the book defines among them. */
    public List<FactType> facts() {
        return facts;
    }

    /** What the rules define; unmodifiable. */
    public Definitions definitions() {
        return definitions;
    }

    /** The names of the values that go with the advice of one of {@link #rules()}. */
    public Set<String> reported(RuleDefinition rule) {
        return outputs.get(rules.indexOf(rule)).reported();
    }

    /** The codes by name, in the catalogue's order; unmodifiable. */
    public Map<String, CodeDefinition> codes() {
        return codes;
    }

    /** The types of the values of the policy that can be set and are not, by name; unmodifiable. */
    public Map<String, ValueType> unsetPolicy() {
        return Collections.unmodifiableMap(policy.unset());
    }

    /** The fields that lists can carry, own columns of the folder included. */
    public FactTable fields() {
        return fields;
    }

    /** The values of the policy that are set, by name; unmodifiable. */
    public Map<String, Object> policy() {
        return Collections.unmodifiableMap(policy.values());
    }

    /** {@code leadDays} of the policy: how long before its day a step is near; 0 where the policy does not say. */
    public int leadDays() {
        return policy.values().get(LEAD_DAYS) instanceof Integer days ? days : 0;
    }

    /** The tables that rules can look up, in the order of their declaration; unmodifiable. */
    public List<Table> tables() {
        return tables;
    }

    /** What the advice must never be; it changes no advice. */
    public Contradictions contradictions() {
        return contradictions;
    }

    /** BCP 47 tags of the languages that have texts, in alphabetical order. */
    public Set<String> languages() {
        return languages.keySet();
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
     * @throws HeapLimitException if a customer has more facts than the memory allows
     */
    public List<List<Finding>> evaluate(List<? extends List<?>> customers) {
        List<? extends List<?>> complete = definitions.areMatched()
                ? customers.stream().map(definitions::concluded).toList()
                : customers;
        List<List<Finding>> findings = complete.size() > 1 ? together(complete) : null;
        return findings != null ? findings : complete.stream().map(this::alone).toList();
    }

    /** All customers in one session; null where that could differ from a session for each. */
    private @Nullable List<List<Finding>> together(List<? extends List<?>> customers) {
        if (!engine.unproved().isEmpty()) {
            return null;
        }
        Set<String> ids = new HashSet<>(customers.size() * 2);
        int limit = Integer.MAX_VALUE;
        for (List<?> facts : customers) {
            if (!ids.add(((CustomerFact) facts.get(0)).id())) {
                return null;
            }
            limit = Math.min(limit, RuleEngine.limit(facts.size()));
        }
        try {
            return evaluate(customers, limit);
        } catch (RunawayRuleException | HeapLimitException ofOnePerhaps) {
            return null;
        }
    }

    private List<Finding> alone(List<?> facts) {
        return evaluate(List.of(facts), RuleEngine.limit(facts.size())).get(0);
    }

    private List<List<Finding>> evaluate(List<? extends List<?>> customers, int limit) {
        List<List<Finding>> findings = new ArrayList<>(customers.size());
        customers.forEach(customer -> findings.add(new ArrayList<>(USUAL_FINDINGS)));
        Set<List<Object>> seen = new HashSet<>();
        engine.evaluate(customers, limit, match -> {
            Finding finding = new Finding(outputs.get(match.ruleNumber()), match);
            if (!finding.repeats() || seen.add(finding.identity())) {
                findings.get(match.customer()).add(finding);
            }
        });
        return findings;
    }

    /**
     * How a rule fared, condition by condition, over the facts of one customer. It holds there for a fact exactly if
     * {@link #evaluate} finds something for that fact with the rule.
     */
    public RuleTrace trace(RuleDefinition rule, Collection<?> facts) {
        return RuleTrace.of(rule, definitions.concluded(facts), policy.values());
    }
}
