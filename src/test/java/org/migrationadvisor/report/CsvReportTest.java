package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.facts.Customer;

class CsvReportTest {

    @Test
    void the_columns_are_those_of_the_contract() {
        assertThat(rows(List.of()).get(0))
                .containsExactly(
                        "customer_id",
                        "customer_name",
                        "readiness",
                        "subscription_id",
                        "code",
                        "severity",
                        "actor",
                        "act_from",
                        "act_by",
                        "message",
                        "rule_id",
                        "rule_file",
                        "rule_line",
                        "source",
                        "as_of",
                        "rules");
    }

    @Test
    void there_is_a_row_per_recommendation_and_unknown_is_an_empty_cell() {
        Advice advice = SampleAdvice.advice(
                Customer.builder("c1").build(),
                Readiness.DONE,
                SampleAdvice.saying("one, \"two\"\nthree"),
                SampleAdvice.saying("four"));
        List<List<String>> rows = rows(List.of(advice));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .containsExactly(
                        "c1",
                        "",
                        "done",
                        "",
                        "NOTHING_TO_MOVE",
                        "info",
                        "partner",
                        "",
                        "",
                        "one, \"two\"\nthree",
                        "SCO-010",
                        "scope/own.drl",
                        "4",
                        "Moving license-based services customers (2018)",
                        "2026-11-20",
                        SampleAdvice.RULES);
    }

    @Test
    void no_cell_of_a_hostile_list_starts_a_formula() {
        Advice advice = SampleAdvice.advice(
                Customer.builder("=1").name("\t@x").build(), Readiness.DONE, SampleAdvice.saying("+1"));
        assertThat(rows(List.of(advice)).get(1)).contains("'=1", "'\t@x", "'+1");
    }

    private static List<List<String>> rows(List<Advice> advice) {
        String csv = SampleAdvice.write(ReportFormat.CSV, ReportOptions.defaults(), advice);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
