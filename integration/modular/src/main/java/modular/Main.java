package modular;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;

/** Prints the module that the advisor is in, and how far a customer is of whom nothing is known. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println(MigrationAdvisor.class.getModule().getName());
        MigrationAdvisor.bundled()
                .advise(Stream.of(Customer.builder("c1").build()), LocalDate.of(2026, 11, 20))
                .forEach(advice -> System.out.println(advice.readiness()));
    }
}
