package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.MissingFacts;
import org.migrationadvisor.input.row.FileReport;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.Warning;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An inspection for programs: one JSON object on one line; of problems and warnings the first are told. */
final class InspectionJson {

    private final JsonGenerator json;

    private InspectionJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Inspection inspection, PrintStream out) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new InspectionJson(json).write(inspection);
        }
        out.println(text);
    }

    private void write(Inspection inspection) {
        CustomerList list = inspection.list();
        json.writeStartObject();
        json.writeArrayPropertyStart("files");
        list.files().forEach(this::file);
        json.writeEndArray();
        json.writeNumberProperty("customers", list.customers().size());
        json.writeNumberProperty("subscriptions", inspection.subscriptions());
        json.writeNumberProperty("rows", list.rows());
        json.writeNumberProperty("rejected", list.rejected().size());
        json.writeArrayPropertyStart("missing");
        inspection.missing().forEach(this::missing);
        json.writeEndArray();
        json.writeObjectPropertyStart("questions");
        inspection.questions().forEach((code, count) -> json.writeNumberProperty(code, count));
        json.writeEndObject();
        texts("warnings", list.warnings().stream().map(Warning::message).toList());
        texts("problems", list.rejected().stream().map(RejectedRow::message).toList());
        json.writeEndObject();
    }

    private void file(FileReport file) {
        json.writeStartObject();
        json.writeStringProperty("name", file.name());
        json.writeArrayPropertyStart("formats");
        for (FileReport.Recognised kind : file.recognised()) {
            json.writeStartObject();
            json.writeStringProperty("format", kind.format().code());
            json.writeStringProperty("title", kind.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        text("encoding", file.encoding());
        text("delimiter", file.delimiter() == null ? null : String.valueOf(file.delimiter()));
        text("sheet", file.sheet());
        json.writeBooleanProperty("gzip", file.packed());
        json.writeNumberProperty("rows", file.rows());
        json.writeNumberProperty("rejected", file.rejected());
        json.writeNumberProperty("skipped", file.skipped());
        json.writeNumberProperty("customers", file.customers());
        json.writeNumberProperty("subscriptions", file.subscriptions());
        json.writeNumberProperty("bridges", file.bridges());
        json.writeArrayPropertyStart("columns");
        for (FileReport.Column column : file.columns()) {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeArrayPropertyStart("fields");
            column.fields().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void missing(MissingFacts fact) {
        json.writeStartObject();
        json.writeStringProperty("column", fact.column());
        json.writeNumberProperty("missing", fact.missing());
        json.writeNumberProperty("of", fact.all());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.stream().limit(Inspection.SHOWN).forEach(json::writeString);
        json.writeEndArray();
    }
}
