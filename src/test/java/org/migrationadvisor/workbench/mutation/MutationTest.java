package org.migrationadvisor.workbench.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.workbench.mutation.MutationRun.Mutant;

class MutationTest {

    @Test
    void theBundledCasesNoticeAtLeast95PercentOfTheChanges() {
        MutationRun run = MutationRun.of(RulesFolder.bundled());

        assertThat(run.failing()).isEmpty();
        assertThat(run.mutants()).hasSizeGreaterThan(300);
        assertThat(run.percent())
                .describedAs(run.survivors().stream().map(MutationTest::shown).collect(Collectors.joining("\n")))
                .isGreaterThanOrEqualTo(95);
    }

    private static String shown(Mutant mutant) {
        Mutation mutation = mutant.mutation();
        return mutation.file() + ":" + mutation.line() + ":" + mutation.column() + ": " + mutation.what();
    }

    @Test
    void everyKindOfConditionIsChangedInEveryWay() throws IOException {
        assertThat(changes()).isEqualTo(resource("every-kind.expected.txt"));
    }

    private static String changes() throws IOException {
        RulesFolder folder = RulesFolder.bundled().with("every-kind.drl", resource("every-kind.drl"));
        List<Mutation> mutations = Rulebook.load(folder).rules().stream()
                .filter(rule -> rule.id().startsWith("KND"))
                .flatMap(rule -> Mutations.of(rule, List.of("NOTHING_TO_MOVE", "LET_EXPIRE")).stream())
                .toList();
        return mutations.stream()
                .map(mutation -> mutation.line() + ":" + mutation.column() + ": " + mutation.what() + "\n")
                .collect(Collectors.joining());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(MutationTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
