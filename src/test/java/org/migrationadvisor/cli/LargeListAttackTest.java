package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are large in one direction are advised, rejected row by row, or refused with what was expected. */
@Tag("attack")
class LargeListAttackTest {
    private static final String HEADER = "customer_id,relationship,subscription_id,program,offer_id,offer_name,seats\n";
    private static final String HEAP = "-Xmx400m";

    @TempDir
    private Path folder;

    /**
     * A list.
     *
     * @param head what it begins with
     * @param row the format of each row, of its number and the number of its customer
     * @param separator what separates rows
     * @param foot what it ends with
     * @param status the exit status of advice on it
     * @param message a part of what standard error says
     */
    private record Attempt(
            String name, int rows, String head, String row, String separator, String foot, int status, String message) {

        private static final int SUBSCRIPTIONS_OF_A_CUSTOMER = 20;

        Path write(Path file) throws IOException {
            try (BufferedWriter text = Files.newBufferedWriter(file)) {
                text.write(head);
                for (int i = 0; i < rows; i++) {
                    text.write(i == 0 ? "" : separator);
                    text.write(String.format(row, i, i / SUBSCRIPTIONS_OF_A_CUSTOMER));
                }
                text.write(foot);
            }
            return file;
        }
    }

    private static Attempt table(String name, int rows, String head, String row, int status, String message) {
        return new Attempt(name, rows, HEADER + head, row, "\n", "\n", status, message);
    }

    private static Attempt oneCustomer(int rows) {
        return table(
                "one customer with %,d subscriptions".formatted(rows),
                rows,
                "",
                "c1,none,s%d,ea,SPE_E3,,5",
                4,
                "%1$,d rows of %1$,d rejected".formatted(rows));
    }

    private static Attempt unknownNames(int rows) {
        return table(
                "%,d unknown names of offers".formatted(rows),
                rows,
                "",
                "c%2$d,none,s%1$d,ea,,Contoso Offer %1$d,5",
                0,
                "");
    }

    private static Attempt sameSubscription(int rows) {
        return table(
                "the same subscription %,d times".formatted(rows),
                rows,
                "",
                "c1,none,s1,ea,SPE_E3,,5",
                4,
                "%,d rows of %,d rejected".formatted(rows - 1, rows));
    }

    private static Attempt unclosedQuote(int rows) {
        return table(
                "%,d rows below an unclosed quotation mark".formatted(rows),
                rows,
                "c0,none,\"s0,ea,SPE_E3,,5\n",
                "c%2$d,none,s%1$d,ea,SPE_E3,,5",
                4,
                ":2: subscription_id: found more than 1048576 characters, expected at most 1048576; maybe a quotation"
                        + " mark on this line is not closed");
    }

    private static Attempt json(int rows, String head, String foot, int status, String message) {
        return new Attempt(
                "one customer with %,d subscriptions in JSON%s".formatted(rows, head.startsWith("[") ? "" : " Lines"),
                rows,
                head + "{\"customerId\": \"c1\", \"subscriptions\": [",
                "{\"subscriptionId\": \"s%d\"}",
                ",",
                "]}" + foot + "\n",
                status,
                message);
    }

    /** Subscriptions that one tenant is asked for, which do not say whose they are. */
    private static Attempt graph(int rows) {
        return new Attempt(
                "%,d subscriptions without a customer".formatted(rows),
                rows,
                "{\"value\": [",
                "{\"skuId\": \"05e9a617-0261-4cee-bb44-138d3ef5d965\", \"skuPartNumber\": \"SPE_E3\","
                        + " \"commerceSubscriptionId\": \"s%1$d\", \"id\": \"s%1$d\", \"totalLicenses\": 5,"
                        + " \"status\": \"Enabled\"}",
                ",\n",
                "]}\n",
                4,
                "%1$,d rows of %1$,d rejected".formatted(rows));
    }

    private static Stream<Attempt> small() {
        return Stream.of(
                oneCustomer(20_001),
                unknownNames(1_000),
                sameSubscription(20_001),
                graph(20_001),
                unclosedQuote(40_000),
                json(20_001, "[", "]", 4, "20,001 rows of 20,001 rejected"),
                json(
                        210_000,
                        "[",
                        "]",
                        2,
                        ":1: found more than 400000 values in one customer, expected at most 400000"),
                json(210_000, "", "", 4, "1 row of 1 rejected"));
    }

    private static Stream<Attempt> large() {
        return Stream.of(
                oneCustomer(1_000_000),
                unknownNames(1_000_000),
                sameSubscription(1_000_000),
                graph(300_000),
                unclosedQuote(3_000_000),
                json(1_000_000, "[", "]", 2, "expected at most"),
                json(1_000_000, "", "", 4, "1 row of 1 rejected"));
    }

    @TestFactory
    Stream<DynamicTest> listsThatAreLargeInOneDirection() {
        return tests(small(), arguments -> Cli.run(arguments.toArray(String[]::new)));
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> listsThatAreVeryLargeInOneDirection() {
        return tests(large(), arguments -> Jvm.runUnder("true", List.of(HEAP), arguments));
    }

    /** What makes a run of arguments. */
    private interface Program {
        Cli.Outcome run(List<String> arguments) throws Exception;
    }

    private Stream<DynamicTest> tests(Stream<Attempt> attempts, Program program) {
        return attempts.map(attempt -> DynamicTest.dynamicTest("large lists: " + attempt.name(), () -> {
            Path list = attempt.write(folder.resolve("list"));
            Path output = folder.resolve("advice.csv");
            Path rejects = folder.resolve("rejects");
            List<String> arguments = new ArrayList<>(List.of("advise", list.toString(), "--quiet", "--tenant", "t1"));
            arguments.addAll(List.of("--output", output.toString(), "--rejects", rejects.toString()));
            try {
                Cli.Outcome outcome = program.run(arguments);
                assertThat(outcome.status()).as(outcome.err()).isEqualTo(attempt.status());
                assertThat(outcome.err()).contains(attempt.message());
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(rejects);
            }
        }));
    }
}
