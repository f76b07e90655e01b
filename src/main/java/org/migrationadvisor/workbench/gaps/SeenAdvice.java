package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.rulebook.loading.Contradictions;
import org.migrationadvisor.rulebook.loading.Contradictions.Exclusive;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** What was seen in the advice for inputs. Not thread-safe; each thread has one of its own, and they are added up. */
final class SeenAdvice {

    /** Something that is found for some inputs and not for others. */
    sealed interface Finding {}

    /** Two that exclude each other, as declared, both told; the number is that of the declaration. */
    record Both(int declaration, String code, String other) implements Finding {}

    /** None of the codes of which one is due; the number is that of the declaration. */
    record None(int declaration) implements Finding {}

    /** A rule that recommended something. */
    record Fired(String rule) implements Finding {}

    /** A rule that recommended something that another rule recommended as well, for the same subject. */
    record Doubled(String rule, String other) implements Finding {}

    private final Contradictions contradictions;
    private final Map<Finding, Found> found = new HashMap<>();
    private final List<String> withField;
    private final Set<String> needed = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<int[]>> exclusive = new ArrayList<>();
    private final List<BitSet> due = new ArrayList<>();
    private long inputs;

    SeenAdvice(Contradictions contradictions) {
        this.contradictions = contradictions;
        this.withField = contradictions.exclusive().stream()
                .flatMap(each -> Stream.concat(each.codes().stream(), each.excluded().stream()))
                .filter(name -> name.endsWith("}"))
                .distinct()
                .toList();
        contradictions
                .exclusive()
                .forEach(each -> exclusive.add(each.pairs().stream()
                        .map(pair -> new int[] {number(pair.code()), number(pair.other())})
                        .toList()));
        contradictions.due().forEach(each -> due.add(numbers(each.codes())));
    }

    /** A tally of the same kind in which nothing was seen. */
    SeenAdvice empty() {
        return new SeenAdvice(contradictions);
    }

    /** How many inputs were seen. */
    long inputs() {
        return inputs;
    }

    /** Where a finding was seen; null if it was not. */
    @Nullable
    Found found(Finding finding) {
        return found.get(finding);
    }

    Set<Finding> findings() {
        return found.keySet();
    }

    /** Whether a rule was seen to recommend what no other rule recommended for the same subject. */
    boolean isNeeded(String rule) {
        return needed.contains(rule);
    }

    void add(SeenAdvice other) {
        inputs += other.inputs;
        needed.addAll(other.needed);
        other.found.forEach((finding, where) -> found(finding, found).add(where));
    }

    private static Found found(Finding finding, Map<Finding, Found> in) {
        return in.computeIfAbsent(finding, key -> new Found());
    }

    /** @param facts the facts of the customer as rules read them */
    void see(int[] input, Advice advice, List<Object> facts) {
        inputs++;
        Set<Finding> seen = new HashSet<>();
        List<Recommendation> all = advice.recommendations();
        all.forEach(each -> seeRule(each, all, seen));
        BitSet ofAll = new BitSet();
        BitSet ofCustomer = new BitSet();
        for (Recommendation each : all) {
            set(each, ofAll);
            if (each.subscriptionId() == null) {
                set(each, ofCustomer);
            }
        }
        seeExclusive(ofCustomer, seen);
        for (Object fact : facts) {
            if (fact instanceof SubscriptionFact subscription) {
                BitSet codes = codes(ofCustomer, all, subscription.id());
                seeExclusive(codes, seen);
                seeDue(fact, codes, seen);
            } else {
                seeDue(fact, ofAll, seen);
            }
        }
        int distance = DecisionSpace.distance(input);
        seen.forEach(finding -> found(finding, found).add(input, distance));
    }

    private void seeRule(Recommendation one, List<Recommendation> all, Set<Finding> seen) {
        seen.add(new Fired(one.ruleId()));
        boolean alone = true;
        for (Recommendation other : all) {
            if (other.code().equals(one.code())
                    && !other.ruleId().equals(one.ruleId())
                    && Objects.equals(other.subscriptionId(), one.subscriptionId())) {
                alone = false;
                seen.add(new Doubled(one.ruleId(), other.ruleId()));
            }
        }
        if (alone) {
            needed.add(one.ruleId());
        }
    }

    /** The number of a code, or of a rule where {@code CODE/RULE-ID} names one. */
    private int number(String name) {
        String code = name.substring(name.indexOf('/') + 1);
        Integer known = numbers.putIfAbsent(code, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private BitSet numbers(List<String> codes) {
        BitSet all = new BitSet();
        codes.forEach(code -> all.set(number(code)));
        return all;
    }

    /** A rule recommends one code only, so its id stands for both. */
    private void set(Recommendation told, BitSet codes) {
        codes.set(number(told.code()));
        codes.set(number(told.ruleId()));
        for (String name : withField) {
            if (Exclusive.names(name, told.code(), told.ruleId(), told.values().keySet())) {
                codes.set(number(name));
            }
        }
    }

    /** The codes about a subscription and those about its customer. */
    private BitSet codes(BitSet ofCustomer, List<Recommendation> all, String subscriptionId) {
        BitSet codes = (BitSet) ofCustomer.clone();
        for (Recommendation each : all) {
            if (subscriptionId.equals(each.subscriptionId())) {
                set(each, codes);
            }
        }
        return codes;
    }

    private void seeExclusive(BitSet codes, Set<Finding> seen) {
        for (int i = 0; i < exclusive.size(); i++) {
            List<int[]> pairs = exclusive.get(i);
            for (int p = 0; p < pairs.size(); p++) {
                if (codes.get(pairs.get(p)[0]) && codes.get(pairs.get(p)[1])) {
                    Exclusive.Pair pair =
                            contradictions.exclusive().get(i).pairs().get(p);
                    seen.add(new Both(i, pair.code(), pair.other()));
                }
            }
        }
    }

    private void seeDue(Object fact, BitSet codes, Set<Finding> seen) {
        for (int i = 0; i < due.size(); i++) {
            if (!due.get(i).intersects(codes) && contradictions.due().get(i).holds(fact)) {
                seen.add(new None(i));
            }
        }
    }

    /** The rules that recommended what a rule did, in alphabetical order. */
    Set<String> doubles(String rule) {
        Set<String> doubles = new TreeSet<>();
        for (Finding finding : found.keySet()) {
            if (finding instanceof Doubled doubled && doubled.rule().equals(rule)) {
                doubles.add(doubled.other());
            }
        }
        return doubles;
    }
}
