package org.migrationadvisor.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.RuleInfo;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.workbench.cases.Coverage;
import org.migrationadvisor.workbench.cases.RuleCase;
import org.migrationadvisor.workbench.cases.TestRun;

class BundledCasesTest {
    private static final TestRun RUN = TestRun.of(RulesFolder.bundled(), "");

    @TestFactory
    Stream<DynamicTest> everyCaseBesideTheRulesPasses() {
        return RUN.results().stream()
                .map(result -> dynamicTest(
                        result.ruleCase().file() + ": " + result.ruleCase().name(),
                        () -> assertThat(result.differences()).isEmpty()));
    }

    @Test
    void everyRuleFiresInACaseOfItsOwnFile() {
        assertThat(rulesWithout(true)).isEmpty();
    }

    @Test
    void everyRuleStaysSilentInACaseOfItsOwnFile() {
        assertThat(rulesWithout(false)).isEmpty();
    }

    @Test
    void everyRuleFileHasCasesBesideIt() {
        assertThat(RUN.withoutCases()).isEmpty();
    }

    @Test
    void everyConditionHoldsInACaseAndIsTheFirstToFailInAnother() {
        assertThat(RUN.coverage().rules())
                .allSatisfy(rule ->
                        assertThat(rule.conditions()).describedAs(rule.id()).allMatch(Coverage.OfCondition::covered));
    }

    private static Set<String> rulesWithout(boolean firing) {
        return MigrationAdvisor.bundled().rules().stream()
                .filter(rule -> RUN.results().stream()
                        .filter(result -> besides(rule, result.ruleCase()))
                        .noneMatch(result -> result.fired().contains(rule.id()) == firing))
                .map(RuleInfo::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean besides(RuleInfo rule, RuleCase ruleCase) {
        return ruleCase.file().equals(rule.file().replace(".drl", ".cases.yaml"));
    }
}
