package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import org.migrationadvisor.Advice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** One object per customer and line; line breaks inside a text are escaped by JSON itself. */
final class JsonLinesReport implements ReportWriter {

    private final AdviceJson lines;

    JsonLinesReport(OutputStream out) {
        lines = new AdviceJson(Utf8.writer(out), ObjectWriteContext.empty());
    }

    @Override
    public void write(Advice advice) throws IOException {
        lines.run(json -> {
            AdviceJson.write(json, advice);
            json.writeRaw('\n');
        });
    }

    @Override
    public void close() throws IOException {
        lines.run(JsonGenerator::flush);
    }
}
