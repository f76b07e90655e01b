package org.migrationadvisor.rulebook.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.GeneratedCustomers;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

class TraceAgreesWithEngineTest {
    private static final Rulebook BOOK = Rulebook.load(RulesFolder.bundled().with("joins.drl", joins()));
    private static final FactAssembler FACTS = new FactAssembler(BOOK);

    private static String joins() {
        try (InputStream stream =
                Objects.requireNonNull(TraceAgreesWithEngineTest.class.getResourceAsStream("joins.drl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A rule that held for a fact. */
    private record Fired(String rule, Object subject) {}

    private static Stream<List<Object>> facts() {
        return GeneratedCustomers.of(1_500, 20261120).map(customer -> FACTS.facts(customer, GeneratedCustomers.AS_OF));
    }

    @Test
    void allConditionsHoldInTheTraceExactlyForWhatTheEngineFiredFor() {
        assertThat(facts()).allSatisfy(TraceAgreesWithEngineTest::traceAgrees);
    }

    private static void traceAgrees(List<Object> facts) {
        Set<Fired> byEngine = new HashSet<>();
        BOOK.evaluate(List.of(facts)).get(0).forEach(finding -> {
            SubscriptionFact subscription = finding.subscription();
            byEngine.add(new Fired(finding.rule().id(), subscription == null ? finding.customer() : subscription));
        });

        Set<Fired> byTrace = new HashSet<>();
        for (RuleDefinition rule : BOOK.rules()) {
            RuleTrace trace = BOOK.trace(rule, facts);
            facts.stream().filter(trace::heldFor).forEach(subject -> byTrace.add(new Fired(rule.id(), subject)));
        }

        assertThat(byTrace).isEqualTo(byEngine);
    }

    @Test
    void theCustomersMakeEveryRuleFireAndStaySilent() {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        facts().forEach(facts -> BOOK.rules().forEach(rule -> {
            boolean held = BOOK.trace(rule, facts).held();
            (held ? fired : silent).add(rule.id());
        }));
        List<String> all = BOOK.rules().stream().map(RuleDefinition::id).toList();

        assertThat(fired).containsExactlyInAnyOrderElementsOf(all);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(all);
    }
}
