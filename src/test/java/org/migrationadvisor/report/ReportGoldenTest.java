package org.migrationadvisor.report;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportGoldenTest {

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 140})
    void a_table_is_laid_out_for_its_width(int width) throws IOException {
        String table =
                SampleAdvice.write(ReportFormat.TABLE, ReportOptions.defaults().withWidth(width), SampleAdvice.all());
        Golden.assertEqual("table-" + width + ".txt", table);
    }

    @Test
    void a_table_may_be_coloured() throws IOException {
        ReportOptions colour = ReportOptions.defaults().withColour(true);
        Golden.assertEqual("table-colour.txt", SampleAdvice.write(ReportFormat.TABLE, colour, SampleAdvice.all()));
    }

    @ParameterizedTest
    @CsvSource({"CSV, advice.csv", "JSON_LINES, advice.jsonl", "JSON, advice.json", "MARKDOWN, advice.md"})
    void a_file_carries_everything_in_the_order_of_the_advice(ReportFormat format, String file) throws IOException {
        Golden.assertEqual(file, SampleAdvice.write(format, ReportOptions.defaults(), SampleAdvice.all()));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void a_report_without_customers_is_complete(ReportFormat format) throws IOException {
        Golden.assertEqual(
                "empty-" + format.code() + ".txt", SampleAdvice.write(format, ReportOptions.defaults(), List.of()));
    }
}
