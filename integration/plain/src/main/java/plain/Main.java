package plain;

import java.time.LocalDate;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Relationship;

/** Prints what to do for a customer without a relationship. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Customer customer =
                Customer.builder("c1").relationship(Relationship.NONE).build();
        Advice advice = MigrationAdvisor.bundled().advise(customer, LocalDate.of(2026, 11, 20));
        advice.recommendations().forEach(recommendation -> System.out.println(recommendation.code()));
    }
}
