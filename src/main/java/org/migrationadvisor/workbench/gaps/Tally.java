package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.Collections;
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
import org.migrationadvisor.rulebook.Contradictions.Due;
import org.migrationadvisor.rulebook.Contradictions.Exclusive;
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
    private long inputs;

    Tally(Contradictions contradictions) {
        this.contradictions = contradictions;
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
        other.found.forEach((finding, where) -> found.merge(finding, where, Found::and));
    }

    /** @param facts the facts of the customer as rules read them */
    void see(int[] input, Advice advice, List<Object> facts) {
        inputs++;
        Set<Finding> seen = new HashSet<>();
        List<Recommendation> all = advice.recommendations();
        for (Recommendation each : all) {
            seen.add(new Fired(each.ruleId()));
            seeOthers(each, all, seen);
        }
        seeExclusive(codes(all, null), seen);
        for (Object fact : facts) {
            if (fact instanceof SubscriptionFact subscription) {
                Set<String> codes = codes(all, subscription.id());
                seeExclusive(codes, seen);
                seeDue(fact, codes, seen);
            } else {
                Set<String> codes = new HashSet<>();
                all.forEach(each -> codes.add(each.code()));
                seeDue(fact, codes, seen);
            }
        }
        seen.forEach(finding -> found.merge(finding, Found.of(input), Found::and));
    }

    private void seeOthers(Recommendation one, List<Recommendation> all, Set<Finding> seen) {
        boolean alone = true;
        for (Recommendation other : all) {
            if (!other.ruleId().equals(one.ruleId())
                    && other.code().equals(one.code())
                    && Objects.equals(other.subscriptionId(), one.subscriptionId())) {
                alone = false;
                seen.add(new Doubled(one.ruleId(), other.ruleId()));
            }
        }
        if (alone) {
            needed.add(one.ruleId());
        }
    }

    /** The codes about a subscription and those about its customer; without a subscription only these. */
    private static Set<String> codes(List<Recommendation> all, @Nullable String subscriptionId) {
        Set<String> codes = new HashSet<>();
        for (Recommendation each : all) {
            if (each.subscriptionId() == null || each.subscriptionId().equals(subscriptionId)) {
                codes.add(each.code());
            }
        }
        return codes;
    }

    private void seeExclusive(Set<String> codes, Set<Finding> seen) {
        List<Exclusive> declared = contradictions.exclusive();
        for (int i = 0; i < declared.size(); i++) {
            List<String> present = new ArrayList<>();
            for (String code : declared.get(i).codes()) {
                if (codes.contains(code)) {
                    present.add(code);
                }
            }
            for (int a = 0; a < present.size(); a++) {
                for (int b = a + 1; b < present.size(); b++) {
                    seen.add(new Both(i, present.get(a), present.get(b)));
                }
            }
        }
    }

    private void seeDue(Object fact, Set<String> codes, Set<Finding> seen) {
        List<Due> declared = contradictions.due();
        for (int i = 0; i < declared.size(); i++) {
            Due due = declared.get(i);
            if (Collections.disjoint(due.codes(), codes) && due.holds(fact)) {
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
