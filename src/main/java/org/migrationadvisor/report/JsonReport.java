package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import org.migrationadvisor.Advice;
import org.migrationadvisor.text.Utf8;
import tools.jackson.core.JsonGenerator;

/** An indented array with an object per customer. */
final class JsonReport implements ReportWriter {

    private final AdviceJson array;
    private boolean closed;

    JsonReport(OutputStream out) throws IOException {
        array = new AdviceJson(Utf8.writer(out), IndentedJson.CONTEXT);
        array.run(JsonGenerator::writeStartArray);
    }

    @Override
    public void write(Advice advice) throws IOException {
        array.run(json -> AdviceJson.write(json, advice));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        array.run(json -> {
            json.writeEndArray();
            json.writeRaw('\n');
            json.flush();
        });
    }
}
