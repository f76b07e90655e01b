package org.migrationadvisor.workbench.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.migrationadvisor.Advice;
import org.migrationadvisor.batch.Batch;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.report.ReportOptions;

/** Compares the advice of two sides for the customers of a list. */
public final class AdviceComparison {
    private final Side before;
    private final Side after;
    private final RuleChanges rules;

    public AdviceComparison(Side before, Side after) {
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
        this.rules = RuleChanges.between(before, after);
    }

    /**
     * Compares and writes a report.
     *
     * @param threads how many blocks of customers are worked on at once, 1 or more
     * @param out is flushed and stays open
     * @return the counts
     */
    public DiffTally run(
            Iterator<Customer> customers, int threads, DiffFormat format, OutputStream out, ReportOptions options)
            throws IOException {
        Set<String> order = new LinkedHashSet<>(after.rulebook().codes().keySet());
        order.addAll(before.rulebook().codes().keySet());
        DiffTally tally = new DiffTally(order);
        DiffReport report = format.open(out, this, options);
        Batch.run(customers, threads, this::compare, diffs -> {
            for (CustomerDiff diff : diffs) {
                tally.add(diff);
                if (diff.isChanged()) {
                    report.write(diff);
                }
            }
        });
        report.end(tally);
        return tally;
    }

    private List<CustomerDiff> compare(List<Customer> customers) {
        Iterator<Advice> now =
                after.advisor().advise(customers.stream(), after.asOf()).iterator();
        return before.advisor()
                .advise(customers.stream(), before.asOf())
                .map(old -> CustomerDiff.between(old, now.next()))
                .toList();
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    /** What is different about the rules. */
    RuleChanges rules() {
        return rules;
    }
}
