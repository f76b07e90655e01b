package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationadvisor.facts.Coded;

class ReportFormatTest {

    private static final ReportOptions OPTIONS = ReportOptions.defaults();

    @Test
    void a_format_is_found_by_its_code() {
        assertThat(Coded.find(ReportFormat.class, "JSONL")).contains(ReportFormat.JSON_LINES);
        assertThat(Coded.codes(ReportFormat.class)).isEqualTo("table, csv, jsonl, json, md");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_advice_gives_the_same_bytes(ReportFormat format) {
        assertThat(SampleAdvice.write(format, OPTIONS, SampleAdvice.all()))
                .isEqualTo(SampleAdvice.write(format, OPTIONS, SampleAdvice.all()));
    }

    @ParameterizedTest
    @EnumSource
    void closing_leaves_the_stream_open_and_a_second_time_does_nothing(ReportFormat format) throws IOException {
        Unclosable out = new Unclosable();
        ReportWriter report = format.open(out, OPTIONS);
        report.write(SampleAdvice.all().get(0));
        report.close();
        int size = out.size();
        report.close();
        assertThat(out.size()).isEqualTo(size).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_that_fails_is_an_io_exception(ReportFormat format) {
        assertThatThrownBy(() -> {
                    try (ReportWriter report = format.open(new Full(), OPTIONS)) {
                        report.write(SampleAdvice.all().get(0));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void a_null_argument_is_named() {
        assertThatThrownBy(() -> ReportFormat.CSV.open(OutputStream.nullOutputStream(), nothing()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("options");
    }

    @SuppressWarnings("NullAway")
    private static ReportOptions nothing() {
        return null;
    }

    private static final class Unclosable extends ByteArrayOutputStream {
        @Override
        public void close() {
            throw new AssertionError("closed a stream that is not its own");
        }
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
