package org.migrationadvisor.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.migrationadvisor.Advice;
import org.migrationadvisor.text.Utf8;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** One object per customer and line; line breaks inside a text are escaped by JSON itself. */
final class JsonLinesReport implements ReportWriter {

    private final OutputStream out;
    private final AdviceJson lines;

    JsonLinesReport(OutputStream out) {
        this.out = out;
        this.lines = lines(out);
    }

    private static AdviceJson lines(OutputStream out) {
        return new AdviceJson(Utf8.writer(out), ObjectWriteContext.empty());
    }

    @Override
    public void write(Advice advice) throws IOException {
        write(advice, lines);
    }

    private static void write(Advice advice, AdviceJson lines) throws IOException {
        lines.run(json -> {
            AdviceJson.write(json, advice);
            json.writeRaw('\n');
        });
    }

    @Override
    public Part prepare(List<Advice> advice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        AdviceJson apart = lines(bytes);
        try {
            for (Advice each : advice) {
                write(each, apart);
            }
            apart.run(JsonGenerator::flush);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return () -> {
            lines.run(JsonGenerator::flush);
            bytes.writeTo(out);
        };
    }

    @Override
    public void close() throws IOException {
        lines.run(JsonGenerator::flush);
    }
}
