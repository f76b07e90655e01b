package org.migrationadvisor.workbench.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.report.IndentedJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** One object: what was compared, the customers for whom something is different, and the counts. */
final class DiffJson implements DiffReport {
    private final JsonGenerator json;
    private final AdviceComparison comparison;

    DiffJson(OutputStream out, AdviceComparison comparison) throws IOException {
        this.json = IndentedJson.generator(out);
        this.comparison = comparison;
        run(this::start);
    }

    @Override
    public void write(CustomerDiff diff) throws IOException {
        run(() -> customer(diff));
    }

    @Override
    public void end(DiffTally tally) throws IOException {
        run(() -> counts(tally));
    }

    private static void run(Runnable step) throws IOException {
        try {
            step.run();
        } catch (JacksonIOException cannotWrite) {
            throw cannotWrite.getCause();
        }
    }

    private void start() {
        json.writeStartObject();
        side("before", comparison.before());
        side("after", comparison.after());
        json.writeArrayPropertyStart("ruleChanges");
        comparison.rules().lines().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("customers");
    }

    private void side(String name, Side side) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("name", side.name());
        json.writeStringProperty("rules", side.rulebook().fingerprint());
        json.writeStringProperty("asOf", side.asOf().toString());
        json.writeEndObject();
    }

    private void customer(CustomerDiff diff) {
        json.writeStartObject();
        json.writeStringProperty("customerId", diff.customer().id());
        text("customerName", diff.customer().name());
        beforeAndAfter("readiness", diff.before().code(), diff.after().code());
        json.writeArrayPropertyStart("changes");
        diff.changes().forEach(this::change);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void change(AdviceChange change) {
        json.writeStartObject();
        json.writeStringProperty("change", change.kind().code());
        json.writeStringProperty("code", change.recommendation().code());
        text("subscriptionId", change.recommendation().subscriptionId());
        json.writeArrayPropertyStart("differs");
        change.parts().forEach(part -> json.writeString(part.code()));
        json.writeEndArray();
        for (AdviceChange.Part part : AdviceChange.Part.values()) {
            beforeAndAfter(part.code(), known(part.of(change.before())), known(part.of(change.after())));
        }
        Cause cause = comparison.rules().cause(change);
        json.writeStringProperty("ruleId", cause.ruleId());
        json.writeStringProperty("ruleFile", cause.file());
        json.writeNumberProperty("ruleLine", cause.line());
        json.writeStringProperty("cause", cause.why());
        json.writeEndObject();
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private void beforeAndAfter(String name, @Nullable String before, @Nullable String after) {
        json.writeObjectPropertyStart(name);
        text("before", before);
        text("after", after);
        json.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        json.writeName(name);
        json.writeString(text);
    }

    private void counts(DiffTally tally) {
        json.writeEndArray();
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("customers", tally.customers());
        json.writeNumberProperty("customersChanged", tally.changed());
        for (AdviceChange.Kind kind : AdviceChange.Kind.values()) {
            json.writeNumberProperty(kind.code(), tally.count(kind));
        }
        json.writeObjectPropertyStart("codes");
        for (Map.Entry<String, Map<AdviceChange.Kind, Long>> code :
                tally.codes().entrySet()) {
            json.writeObjectPropertyStart(code.getKey());
            for (AdviceChange.Kind kind : AdviceChange.Kind.values()) {
                json.writeNumberProperty(kind.code(), code.getValue().getOrDefault(kind, 0L));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("readiness");
        tally.moves().forEach((move, count) -> {
            json.writeStartObject();
            json.writeStringProperty("before", move.before().code());
            json.writeStringProperty("after", move.after().code());
            json.writeNumberProperty("customers", count);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
