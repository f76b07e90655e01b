package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.migrationadvisor.FactsOf;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.input.CustomerLists;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The rule files of a folder, compiled and run by Drools itself as its manual says: what the advisor is compared with.
 * Only imports are added to a file, quotes around the codes, and functions for the days before and after a date that may
 * be unknown; the policy is a fact like any other.
 */
public final class StockDrools {
    private static final Pattern PACKAGE = Pattern.compile("^package +(\\w+) *;", Pattern.MULTILINE);
    private static final Pattern SHIFT = Pattern.compile("(\\$\\w+)\\.(plusDays|minusDays)\\(");
    private static final Pattern CODE = Pattern.compile("\\brecommend\\(\\s*([A-Z_]+)\\s*,");

    private final KieContainer container;
    private final StockFacts facts;
    private final Object policy;

    StockDrools(RulesFolder folder) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        Map<String, Object> values = policy(folder);
        files.write("src/main/resources/facts/facts.drl", StockFacts.declarations(values));
        for (SourceFile file : folder.filesEnding(".drl")) {
            files.write("src/main/resources/" + file.name(), stock(file.text()));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Drools does not take the rules: " + errors);
        }
        container = services.newKieContainer(services.getRepository().getDefaultReleaseId());
        facts = new StockFacts(container.getKieBase());
        policy = facts.policy(values);
    }

    /** Compiles the bundled rules and advises on one list; its argument. */
    public static void main(String[] arguments) throws IOException {
        RulesFolder folder = RulesFolder.bundled();
        StockDrools stock = new StockDrools(folder);
        FactsOf factsOf = new FactsOf(Rulebook.catalog(folder));
        Source list = Source.of(Path.of(arguments[0]));
        for (Customer customer : CustomerLists.read(List.of(list)).customers()) {
            stock.evaluate(stock.facts(factsOf.customer(customer, ListGenerator.AS_OF)))
                    .forEach(found -> System.out.println(customer.id() + " " + found.code()));
        }
    }

    private static Map<String, Object> policy(RulesFolder folder) {
        Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(folder.file("policy.yaml").text());
        Map<String, Object> values = new LinkedHashMap<>();
        yaml.forEach((name, value) -> {
            // the types of the values, and values that are not set
            if (!name.equals("types") && value != null) {
                values.put(name.toString(), StockFacts.value(value));
            }
        });
        return values;
    }

    private static String stock(String text) {
        String head = "package $1; import facts.Customer; import facts.Subscription; import facts.Policy;"
                + " import static org.migrationadvisor.benchmarks.Recommended.*;";
        String withImports = PACKAGE.matcher(text).replaceFirst(head);
        String withShifts = SHIFT.matcher(withImports).replaceAll("$2( $1,");
        return CODE.matcher(withShifts).replaceAll("recommend( \"$1\",");
    }

    /** The facts of one customer as this rule base knows them. */
    List<Object> facts(List<Object> ours) {
        return facts.of(ours);
    }

    /** The id of the fact that something is recommended for. */
    String id(Object fact) {
        return facts.text(fact, "id");
    }

    /** One customer in a session of its own. */
    List<Recommended> evaluate(List<Object> customer) {
        return evaluate(container.newKieSession(), customer);
    }

    KieContainerSessionsPool pool() {
        return container.newKieSessionsPool(1);
    }

    /** One customer in a session that is given back after it. */
    List<Recommended> evaluate(KieContainerSessionsPool pool, List<Object> customer) {
        return evaluate(pool.newKieSession(), customer);
    }

    private List<Recommended> evaluate(KieSession session, List<Object> customer) {
        try {
            session.insert(policy);
            for (Object fact : customer) {
                session.insert(fact);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return new ArrayList<>(Recommended.takeFound());
    }
}
