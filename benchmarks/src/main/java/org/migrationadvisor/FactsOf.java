package org.migrationadvisor;

import java.time.LocalDate;
import java.util.List;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.Rulebook;

/** The facts that the advisor hands to its rules, for benchmarks that time the rules alone. */
public final class FactsOf {
    private final FactAssembler assembler;

    public FactsOf(Rulebook rulebook) {
        assembler = new FactAssembler(rulebook);
    }

    public FactsOf(Catalog catalog) {
        assembler = new FactAssembler(catalog, FactTable.STANDARD);
    }

    /** The customer fact first, then a fact for each subscription. */
    public List<Object> customer(Customer customer, LocalDate asOf) {
        return assembler.facts(customer, asOf);
    }
}
