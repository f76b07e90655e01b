package org.migrationadvisor.rulebook;

import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.util.List;
import java.util.stream.Stream;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** One rule beside the bundled ones, to see for which facts it holds. */
final class Probe {

    private Probe() {}

    static MigrationAdvisor advisor(String conditions, String subject) {
        return MigrationAdvisor.load(folder(conditions, subject));
    }

    /** The bundled rules with the probe. */
    static RulesFolder folder(String conditions, String subject) {
        String rule = """
                package probe;

                rule "PRB-010 A rule to be probed"
                    @source( "Test (2026)" )
                when
                    %s
                then
                    recommend( REQUEST_RESELLER_RELATIONSHIP, %s );
                end
                """.formatted(conditions, subject);
        return RulesFolder.bundled().with("probe.drl", rule);
    }

    /** Ids of the subscriptions for which the probe holds; {@code -} for the customer. */
    static List<String> held(String conditions, String subject, Customer... customers) {
        return advisor(conditions, subject)
                .advise(Stream.of(customers), AS_OF)
                .map(Probe::held)
                .toList();
    }

    private static String held(Advice advice) {
        return advice.recommendations().stream()
                .filter(each -> each.ruleId().equals("PRB-010"))
                .map(each -> each.subscriptionId() == null ? "-" : each.subscriptionId())
                .sorted()
                .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
    }
}
