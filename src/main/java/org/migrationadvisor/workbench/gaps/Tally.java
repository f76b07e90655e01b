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
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.rulebook.Contradictions;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** What was seen in the advice for inputs. Not thread-safe; each thread has one of its own, and they are added up. */
final class Tally {

    /** Something that is found for some inputs and not for others. */
    sealed interface Finding {}

    /** Two codes that exclude each other, both told; the number is that of the declaration. */
    record Both(int declaration, String code, String other) implements Finding {}

    /** None of the codes of which one is due; the number is that of the declaration. */
    record None(int declaration) implements Finding {}

    /** A rule that recommended something. */
    record Fired(String rule) implements Finding {}

    /** A rule that recommended something that another rule recommended as well, for the same subject. */
    record Doubled(String rule, String other) implements Finding {}

    private final Contradictions contradictions;
    private final Map<Finding, Found> found = new HashMap<>();
    private final Set<String> needed = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<BitSet> exclusive = new ArrayList<>();
    private final List<BitSet> due = new ArrayList<>();
    private long inputs;

    Tally(Contradictions contradictions) {
        this.contradictions = contradictions;
        contradictions.exclusive().forEach(each -> exclusive.add(numbers(each.codes())));
        contradictions.due().forEach(each -> due.add(numbers(each.codes())));
    }

    /** A tally of the same kind in which nothing was seen. */
    Tally empty() {
        return new Tally(contradictions);
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

    void add(Tally other) {
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
            int code = number(each.code());
            ofAll.set(code);
            if (each.subscriptionId() == null) {
                ofCustomer.set(code);
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

    private int number(String code) {
        Integer known = numbers.putIfAbsent(code, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private BitSet numbers(List<String> codes) {
        BitSet all = new BitSet();
        codes.forEach(code -> all.set(number(code)));
        return all;
    }

    /** The codes about a subscription and those about its customer. */
    private BitSet codes(BitSet ofCustomer, List<Recommendation> all, String subscriptionId) {
        BitSet codes = (BitSet) ofCustomer.clone();
        for (Recommendation each : all) {
            if (subscriptionId.equals(each.subscriptionId())) {
                codes.set(number(each.code()));
            }
        }
        return codes;
    }

    private void seeExclusive(BitSet codes, Set<Finding> seen) {
        for (int i = 0; i < exclusive.size(); i++) {
            if (!exclusive.get(i).intersects(codes)) {
                continue;
            }
            List<String> present = contradictions.exclusive().get(i).codes().stream()
                    .filter(code -> codes.get(number(code)))
                    .toList();
            for (int a = 0; a < present.size(); a++) {
                for (int b = a + 1; b < present.size(); b++) {
                    seen.add(new Both(i, present.get(a), present.get(b)));
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
