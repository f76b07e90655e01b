package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.migrationadvisor.facts.Coded;

/** The formats in which advice can be written. */
public enum ReportFormat implements Coded {
    /** For a person in a terminal: wrapped, grouped by subscription, with a summary. */
    TABLE("table"),
    /** RFC 4180 with a header, one row per recommendation. */
    CSV("csv"),
    /** One object per customer and line. */
    JSON_LINES("jsonl"),
    /** One array of the same objects, indented. */
    JSON("json"),
    /** GitHub Flavored Markdown, a section per customer. */
    MARKDOWN("md");

    private final String code;

    ReportFormat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * Starts a report on a stream, which stays the caller's to close. What has been written may be held back until the
     * report is closed.
     *
     * @throws NullPointerException naming the parameter that is null
     * @throws IOException if the stream does not take the head of the report
     */
    public ReportWriter open(OutputStream out, ReportOptions options) throws IOException {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(options, "options");
        return switch (this) {
            case TABLE -> new TableReport(out, options);
            case CSV -> new CsvReport(out, false);
            case JSON_LINES -> new JsonLinesReport(out);
            case JSON -> new JsonReport(out);
            case MARKDOWN -> new MarkdownReport(out, options);
        };
    }

    /** Whether a report that was broken off between two customers can be gone on with. */
    public boolean isContinuable() {
        return this == CSV || this == JSON_LINES;
    }

    /**
     * Goes on with a report behind a customer; else as {@link #open}.
     *
     * @throws IllegalStateException unless {@link #isContinuable()}
     */
    public ReportWriter goOn(OutputStream out) throws IOException {
        Objects.requireNonNull(out, "out");
        return switch (this) {
            case CSV -> new CsvReport(out, true);
            case JSON_LINES -> new JsonLinesReport(out);
            default -> throw new IllegalStateException("a report of the format " + code + " is one whole");
        };
    }
}
