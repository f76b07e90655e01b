package org.migrationadvisor.workbench.cases;

import java.util.List;
import java.util.Objects;
import org.migrationadvisor.workbench.explain.RuleAccount;

/**
 * Something that a case expected and did not find.
 *
 * @param about what it is about: rules, codes, readiness, or a code with one of its details
 * @param expected what was expected
 * @param found what was found
 * @param line the line of the expectation in the file of the case, counted from 1
 * @param accounts why the rules behind it fired or did not
 */
public record Difference(String about, String expected, String found, int line, List<RuleAccount> accounts) {
    public Difference {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
        accounts = List.copyOf(accounts);
    }

    @Override
    public String toString() {
        return about + ": expected " + expected + ", found " + found;
    }
}
