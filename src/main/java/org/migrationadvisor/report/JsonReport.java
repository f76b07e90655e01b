package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import org.migrationadvisor.Advice;
import tools.jackson.core.JsonGenerator;

/** An indented array with an object per customer. */
final class JsonReport implements ReportWriter {

    private final IndentedJson array;
    private boolean closed;

    JsonReport(OutputStream out) throws IOException {
        array = new IndentedJson(out);
        array.write(JsonGenerator::writeStartArray);
    }

    @Override
    public void write(Advice advice) throws IOException {
        array.write(json -> AdviceJson.write(json, advice));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        array.write(JsonGenerator::writeEndArray);
        array.end();
    }
}
