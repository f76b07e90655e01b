package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The yardstick for a whole run in SQL: the same classification of the same list, without messages: one CSV row per
 * recommendation with customer, subscription, code, rule and dates, by customer.
 */
public final class DuckDb {

    private DuckDb() {}

    /** Arguments: list, output file, rules folder, threads. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (InputStream resource = DuckDb.class.getResourceAsStream("classification.sql");
                Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            String sql = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
            statement.execute("SET threads = " + Integer.parseInt(arguments[3]));
            statement.execute(sql.replace("${list}", arguments[0])
                    .replace("${output}", arguments[1])
                    .replace("${offers}", arguments[2] + "/offers.csv")
                    .replace("${asOf}", ListGenerator.AS_OF.toString()));
        }
    }
}
