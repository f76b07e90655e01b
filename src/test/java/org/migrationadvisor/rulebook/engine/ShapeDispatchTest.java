package org.migrationadvisor.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationadvisor.GeneratedCustomers.AS_OF;

import java.util.List;
import java.util.Objects;
import org.drools.base.base.ClassObjectType;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.model.PatternDSL;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.migrationadvisor.Advice;
import org.migrationadvisor.GeneratedCustomers;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;

/**
 * The hook into the network of Drools. If an upgrade of Drools fails here, see what became of {@code ObjectTypeNode} and of
 * the nodes behind it and change {@code ShapeDispatch}, the only class that knows them. Until then
 * {@code -Dorg.migrationadvisor.network=ordinary} gives the same advice.
 */
class ShapeDispatchTest {

    @AfterEach
    void chooseNothing() {
        System.clearProperty(ShapeDispatch.NETWORK);
    }

    private static KieBase unlikeOurs() {
        var fact = PatternDSL.declarationOf(ShapedFact.class);
        return KieBaseBuilder.createKieBaseFromModel(new ModelImpl()
                .addRule(PatternDSL.rule("a rule that names no shape")
                        .build(PatternDSL.pattern(fact), PatternDSL.execute(() -> {}))));
    }

    private static ObjectSinkPropagator walk(KieBase base) {
        ObjectTypeNode facts = ((InternalRuleBase) base)
                .getRete().getEntryPointNodes().values().stream()
                        .map(entry -> entry.getObjectTypeNodes().get(new ClassObjectType(ShapedFact.class)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        return facts.getObjectSinkPropagator();
    }

    @Test
    void theOrdinaryNetworkGivesTheSameAdvice() {
        List<Customer> customers = GeneratedCustomers.of(500, 13).toList();
        List<Advice> quick =
                MigrationAdvisor.bundled().advise(customers.stream(), AS_OF).toList();

        System.setProperty(ShapeDispatch.NETWORK, "ordinary");

        assertThat(MigrationAdvisor.bundled().advise(customers.stream(), AS_OF)).containsExactlyElementsOf(quick);
        KieBase base = unlikeOurs();
        ObjectSinkPropagator before = walk(base);
        ShapeDispatch.install(base);
        assertThat(walk(base)).as("the network as Drools made it").isSameAs(before);
    }

    @Test
    void aNetworkThatIsNotBuiltAsExpectedIsRefusedWithTheWayOut() {
        KieBase base = unlikeOurs();

        assertThatThrownBy(() -> ShapeDispatch.install(base))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("found a network of Drools \\S+ that is not built as expected; start Java with "
                        + "-Dorg.migrationadvisor.network=ordinary for the same advice at less speed, or use the "
                        + "version of Drools that pom.xml names");
    }
}
