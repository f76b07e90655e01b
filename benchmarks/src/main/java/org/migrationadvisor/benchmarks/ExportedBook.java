package org.migrationadvisor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.workbench.export.DroolsExport;

/** A rulebook that was exported, compiled and run by Drools itself as the exported README says. */
final class ExportedBook {
    private static final String FACTS = "migration.facts";

    private final KieContainer container;
    private final List<org.migrationadvisor.rulebook.semantics.FactType> types;

    /** What a rule recommends, with the fact it is about as it was given. */
    record Found(String rule, String code, Object about, Object actFrom, Object actBy, Object actor) {}

    ExportedBook(Rulebook rulebook) {
        types = rulebook.facts();
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        DroolsExport.of(rulebook).forEach((name, text) -> {
            if (name.endsWith(".drl")) {
                files.write("src/main/resources/" + name, text);
            }
        });
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Drools does not take the exported rules: " + errors);
        }
        container = services.newKieContainer(services.getRepository().getDefaultReleaseId());
    }

    /** The same facts, the customer first, as the exported types. */
    List<Object> facts(List<Object> facts) {
        List<Object> copies = new ArrayList<>();
        for (Object fact : facts) {
            copies.add(copy(fact, copies.isEmpty() ? null : copies.get(0)));
        }
        return copies;
    }

    private Object copy(Object fact, Object customer) {
        org.migrationadvisor.rulebook.semantics.FactType type = types.stream()
                .filter(each -> each.javaType().isInstance(fact))
                .findFirst()
                .orElseThrow();
        FactType declared = container.getKieBase().getFactType(FACTS, type.name());
        try {
            Object copy = declared.newInstance();
            type.properties().stream()
                    .filter(property -> Definition.behind(property) == null)
                    .forEach(property -> declared.set(
                            copy,
                            property.name(),
                            property.type() == ValueType.FACT
                                    ? customer
                                    : property.reader().apply(fact)));
            return copy;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One customer in a session of its own. */
    List<Found> evaluate(List<Object> customer) {
        List<Object> recommendations = new ArrayList<>();
        KieSession session = container.newKieSession();
        try {
            session.setGlobal("recommendations", recommendations);
            customer.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        FactType type = container.getKieBase().getFactType(FACTS, "Recommendation");
        return recommendations.stream()
                .map(each -> new Found(
                        (String) type.get(each, "rule"),
                        (String) type.get(each, "code"),
                        type.get(each, "about"),
                        type.get(each, "actFrom"),
                        type.get(each, "actBy"),
                        type.get(each, "actor")))
                .toList();
    }
}
