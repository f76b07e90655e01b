package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.loading.CodeDefinition;

/**
 * The yardstick for a whole run in SQL: the same classification of the same list. With messages it writes the bytes that
 * the advisor writes; without, one row per recommendation with customer, subscription, code, rule and dates.
 */
public final class DuckDb {

    private DuckDb() {}

    /** Arguments: list, output file, rules folder, threads, {@code messages} or {@code codes}. */
    public static void main(String[] arguments) throws SQLException, IOException {
        String query = arguments[4].equals("messages") ? "advice.sql" : "classification.sql";
        Rulebook rulebook = Rulebook.load(RulesFolder.read(Path.of(arguments[2])));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(arguments[3]));
            statement.execute(resource(query)
                    .replace("${findings}", resource("findings.sql"))
                    .replace("${list}", arguments[0])
                    .replace("${output}", arguments[1])
                    .replace("${offers}", arguments[2] + "/offers.csv")
                    .replace("${rules}", rules(rulebook))
                    .replace("${fingerprint}", rulebook.fingerprint())
                    .replace("${asOf}", ListGenerator.AS_OF.toString()));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = DuckDb.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the rule files and the catalogue say of each rule. */
    private static String rules(Rulebook rulebook) {
        return rulebook.rules().stream()
                .map(rule -> {
                    CodeDefinition code = rulebook.codes().get(rule.code());
                    return "('%s', '%s', '%s', '%s', %d, '%s', %d, '%s')"
                            .formatted(
                                    rule.id(),
                                    code.code(),
                                    code.severity(),
                                    code.actor(),
                                    code.order(),
                                    rule.file().name(),
                                    rule.line(),
                                    rule.source().replace("'", "''"));
                })
                .collect(Collectors.joining(", "));
    }
}
