package org.migrationadvisor.workbench.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.Property;

/**
 * What rules of a book refer to.
 *
 * @param setPolicy the names of the values of the policy that are set
 * @param concludedOfCustomers the fields of customers that definitions set, which are kept on each subscription too: Drools
 *     does not look again at a field of a field
 */
record DrlBook(Set<String> setPolicy, List<Property> concludedOfCustomers) {
    private static final String CUSTOMER = "Customer";

    DrlBook {
        setPolicy = Set.copyOf(setPolicy);
        concludedOfCustomers = List.copyOf(concludedOfCustomers);
    }

    static DrlBook of(Rulebook rulebook) {
        List<Property> concluded = new ArrayList<>();
        rulebook.facts().stream()
                .filter(type -> type.name().equals(CUSTOMER))
                .flatMap(type -> type.properties().stream())
                .filter(property -> Definition.behind(property) != null)
                .forEach(concluded::add);
        return new DrlBook(new HashSet<>(rulebook.policy().keySet()), concluded);
    }

    boolean isConcludedOfCustomers(String field) {
        return concludedOfCustomers.stream().anyMatch(each -> each.name().equals(field));
    }

    /** The name of the field of a subscription that keeps one of its customer. */
    static String kept(String field) {
        return "customer" + capital(field);
    }

    static String capital(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** The rules that keep what is concluded of a customer on the subscriptions, by the definition that concludes it. */
    String keeping(Definition definition, int salience) {
        StringBuilder drl = new StringBuilder();
        for (Property field : concludedOfCustomers) {
            if (Definition.behind(field) == definition) {
                String kept = kept(field.name());
                drl.append("\nrule ")
                        .append(DrlExpressions.quoted(definition.name() + " keeps " + field.name()))
                        .append("\n    salience ")
                        .append(salience)
                        .append("\nwhen\n    $customer : Customer( ")
                        .append(field.name())
                        .append(" != null )\n    $subscription : Subscription( customer == $customer, ")
                        .append(kept)
                        .append(" == null )\nthen\n    modify( $subscription ) { set")
                        .append(capital(kept))
                        .append("( $customer.get")
                        .append(capital(field.name()))
                        .append("() ) }\nend\n");
            }
        }
        return drl.toString();
    }
}
