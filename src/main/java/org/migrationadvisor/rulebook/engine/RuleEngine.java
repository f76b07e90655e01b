package org.migrationadvisor.rulebook.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.migrationadvisor.rulebook.semantics.CustomerTies;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.HeapLimitException;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/** A set of rules in Drools, built once. Thread-safe: each evaluation has a session of its own. */
public final class RuleEngine {
    private static final long FIRINGS_PER_FACT = 1_000;
    private static final long HEAP_PER_FIRING = 2_048;

    private final KieBase base;
    private final Map<Object, ShapeFinder> finders;
    private final int[][] askers;
    private final KieSessionConfiguration configuration = inAnyOrder();
    private final List<RuleDefinition> rules;
    private final List<RuleDefinition> unproved;

    private RuleEngine(KieBase base, FactShapes shapes, List<RuleDefinition> rules) {
        this.base = base;
        this.finders = shapes.finders();
        this.askers = shapes.askers();
        this.rules = rules;
        this.unproved = CustomerTies.unproved(rules);
    }

    /** Builds the engine for rules that have been checked. */
    public static RuleEngine of(List<RuleDefinition> rules) {
        ModelImpl model = new ModelImpl();
        FactShapes shapes = new FactShapes();
        for (int i = 0; i < rules.size(); i++) {
            model.addRule(new RuleModel(rules.get(i), i, shapes).build());
        }
        KieBase base = KieBaseBuilder.createKieBaseFromModel(model);
        ShapeDispatch.install(base);
        return new RuleEngine(base, shapes, List.copyOf(rules));
    }

    /**
     * A session in which a match is taken as soon as it is found: the order means nothing here. Although each session
     * has one thread, it must not be told so: Drools then hands facts over in an array that all sessions share.
     */
    private static KieSessionConfiguration inAnyOrder() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(DirectFiringOption.YES);
        return configuration;
    }

    /**
     * The rules that are not proved to keep to one customer. If there are any, an evaluation must hold the facts of one
     * customer only.
     */
    public List<RuleDefinition> unproved() {
        return unproved;
    }

    /**
     * How often rules may hold for facts, all rules together: 1,000 times per fact, but not more often than once for each 2
     * KiB of the heap.
     *
     * @param facts the number of facts
     */
    public static int limit(int facts) {
        return (int) Math.min(limitOfHeap(), FIRINGS_PER_FACT * Math.max(1, facts));
    }

    /** How often rules may hold at most, however many facts there are. */
    static long limitOfHeap() {
        return Math.min(Integer.MAX_VALUE - 1, Runtime.getRuntime().maxMemory() / HEAP_PER_FIRING);
    }

    /**
     * Evaluates the rules over the facts of customers. Of the evaluations that keep very many combinations of facts there
     * is one at a time, so that together they take no more of the memory than one may.
     *
     * @param customers the facts of each customer
     * @param limit how often rules may hold, all rules together
     * @param matches takes each rule that holds, in no fixed order
     * @throws RunawayRuleException if rules hold more often, keep more combinations of facts or try a hundred times as
     *     many; matches may have been taken then
     * @throws HeapLimitException if they do so because of the number of facts, or if conditions on one fact hold eight
     *     times as often as the heap allows rules to hold
     */
    public void evaluate(List<? extends List<?>> customers, int limit, Consumer<Match> matches) {
        Evaluation evaluation = new Evaluation(rules, askers, matches, limit);
        KieSession session = base.newKieSession(configuration, null);
        try {
            for (int i = 0; i < customers.size(); i++) {
                for (Object fact : customers.get(i)) {
                    ShapeFinder finder = finders.get(FactType.kindOf(fact));
                    if (finder != null) {
                        int[] shapes = finder.shapesOf(fact);
                        evaluation.takes(shapes);
                        session.insert(new ShapedFact(fact, i, shapes, evaluation));
                    }
                }
            }
            session.fireAllRules(limit + 1);
        } catch (RuntimeException inTheEngine) {
            throw unwrapped(inTheEngine);
        } finally {
            session.dispose();
            evaluation.end();
        }
    }

    /** The exception that a condition threw, out of those that the engine put around it. */
    private static RuntimeException unwrapped(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunawayRuleException || cause instanceof HeapLimitException) {
                return (RuntimeException) cause;
            }
        }
        return thrown;
    }
}
