package org.migrationadvisor.workbench.diff;

import java.io.IOException;
import java.io.OutputStream;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.report.ReportOptions;

/** How a comparison can be written. */
public enum DiffFormat implements Coded {
    /** For a person: by customer and subscription, the counts last. */
    TEXT("text"),
    /** A row for each change. */
    CSV("csv"),
    /** One object with everything. */
    JSON("json"),
    /** One page that needs no other file. */
    HTML("html");

    private final String code;

    DiffFormat(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    DiffReport open(OutputStream out, AdviceComparison comparison, ReportOptions options) throws IOException {
        return switch (this) {
            case TEXT -> new DiffText(out, comparison, options);
            case CSV -> new DiffCsv(out, comparison);
            case JSON -> new DiffJson(out, comparison);
            case HTML -> new DiffHtml(out, comparison);
        };
    }
}
