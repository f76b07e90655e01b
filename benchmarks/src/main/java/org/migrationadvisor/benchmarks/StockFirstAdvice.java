package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.migrationadvisor.Customer;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.RulesFolder;

/** The yardstick for a cold start: stock Drools compiles the rule files and evaluates one customer. */
public final class StockFirstAdvice {

    private StockFirstAdvice() {}

    /** Arguments: rules folder, list. Prints how much is recommended for the first customer. */
    public static void main(String[] arguments) throws IOException {
        RulesFolder folder = RulesFolder.read(Path.of(arguments[0]));
        Customer customer = CustomerLists.read(List.of(Source.of(Path.of(arguments[1]))))
                .customers()
                .get(0);
        StockDrools stock = new StockDrools(folder);
        List<Object> facts = new FactsOf(Rulebook.load(folder)).customer(customer, ListGenerator.AS_OF);
        System.out.println(stock.evaluate(stock.facts(facts)).size() + " recommendations");
    }
}
