package org.migrationadvisor.workbench.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.facts.Customer;

/**
 * One case of a {@code .cases.yaml} file: given facts and the advice expected for them.
 *
 * @param name a sentence
 * @param file the file, relative to the rules folder
 * @param line the line of the case, counted from 1
 * @param policy values of the policy that the case fixes, texts and lists of texts
 * @param exactly the codes that must come, and no others; null if not asked for
 * @param atLeast codes that must come
 * @param none codes that must not come
 * @param fires the rules of the file that must recommend something, and no others; null if not asked for
 * @param defined what definitions must give
 * @param readiness the readiness that must follow; null if not asked for
 */
public record RuleCase(
        String name,
        String file,
        int line,
        LocalDate asOf,
        Map<String, Object> policy,
        Customer customer,
        @Nullable List<String> exactly,
        List<String> atLeast,
        List<String> none,
        @Nullable List<String> fires,
        List<Defined> defined,
        @Nullable Readiness readiness,
        List<Expected> expected) {

    /**
     * What a definition must give.
     *
     * @param field a field that definitions give, for all facts that have it; for one subscription its id, a dot and the
     *     field
     * @param value yes, no, unknown or another value as lists have it
     */
    public record Defined(String field, String value, int line) {}

    /**
     * A recommendation that must come.
     *
     * @param subscriptionId null if any subscription will do
     * @param details what it must have, by name: {@code actor}, {@code actFrom}, {@code actBy} (or {@code none}), {@code message}, and
     *     {@code values.<name>}
     */
    public record Expected(String code, @Nullable String subscriptionId, Map<String, String> details, int line) {}
}
