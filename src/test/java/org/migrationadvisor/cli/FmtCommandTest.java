package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    @TempDir
    private Path folder;

    private Path rules = Path.of("");
    private Path file = Path.of("");
    private String tidy = "";

    @BeforeEach
    void copyTheRules() throws IOException {
        rules = RulesCopy.ofSmallBook(folder.resolve("rules"));
        file = rules.resolve("relationship/relationship.drl");
        tidy = Files.readString(file);
    }

    @Test
    void anUntidyFileIsLaidOutAndNamed() throws IOException {
        RulesCopy.replace(file, "( relationship ==", "(relationship==");

        Cli.Outcome outcome = Cli.run("fmt", rules.toString());

        assertThat(outcome).isEqualTo(new Cli.Outcome(0, file + "\n", "1 file of 3 laid out.\n"));
        assertThat(file).content().isEqualTo(tidy);
    }

    @Test
    void aCheckOnlyNamesTheFile() throws IOException {
        RulesCopy.replace(file, "( relationship ==", "(relationship==");
        String untidy = Files.readString(file);

        assertThat(Cli.run("fmt", "--check", rules.toString()))
                .isEqualTo(new Cli.Outcome(1, file + "\n", "1 file of 3 not laid out.\n"));
        assertThat(file).content().isEqualTo(untidy);
    }

    @Test
    void aFileWithASyntaxErrorIsLeftAloneAndToldWhileOthersAreLaidOut() throws IOException {
        RulesCopy.replace(file, "( relationship ==", "(relationship==");
        Path broken = rules.resolve("timing/expiry.drl");
        RulesCopy.replace(broken, "daysToEnd > $near,", "daysToEnd>$near");
        String text = Files.readString(broken);

        Cli.Outcome outcome = Cli.run("fmt", rules.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo(file + "\n");
        assertThat(outcome.err()).isEqualTo(broken + """
                :12:9: error: found `$end`, expected `)` or `,` after the condition
                 12 |         $end : endDate
                    |         ^^^^
                    = maybe a `,` is missing after `$near`

                1 file of 3 laid out. Files with syntax errors are left alone.
                """);
        assertThat(broken).content().isEqualTo(text);
    }

    @Test
    void whoMayReadTheFileStaysAsItWas() throws IOException {
        RulesCopy.replace(file, "( relationship ==", "(relationship==");
        var before = Files.getPosixFilePermissions(file);

        Cli.run("fmt", rules.toString());

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(before);
    }
}
