package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import org.migrationadvisor.Advice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** An indented array with an object per customer. */
final class JsonReport implements ReportWriter {

    private final AdviceJson array;
    private boolean closed;

    JsonReport(OutputStream out) throws IOException {
        array = new AdviceJson(Utf8.writer(out), new Indented());
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

    /** Two blanks a level and {@code \n} on every platform. */
    static final class Indented extends ObjectWriteContext.Base {

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }
    }
}
