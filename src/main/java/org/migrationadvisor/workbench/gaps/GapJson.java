package org.migrationadvisor.workbench.gaps;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.report.IndentedJson;
import tools.jackson.core.JsonGenerator;

/** A search for gaps as one JSON object. */
public final class GapJson {

    private GapJson() {}

    /** The text, with a line break at its end. */
    public static String of(GapReport report) {
        return IndentedJson.of(json -> report(json, report));
    }

    private static void report(JsonGenerator json, GapReport report) {
        json.writeStartObject();
        json.writeStringProperty("rules", report.rules());
        json.writeStringProperty("asOf", report.asOf().toString());
        json.writeNumberProperty("declarations", report.declarations());
        json.writeBooleanProperty("complete", report.complete());
        json.writeNumberProperty("inputs", report.inputs());
        json.writeNumberProperty("wholeInputs", report.whole());
        json.writeBooleanProperty("wholeIsFull", report.wholeIsFull());
        json.writeNumberProperty("seed", Subspace.SEED);
        texts(json, "facts", report.facts());
        json.writeName("combinations");
        json.writeNumber(report.combinations());
        texts(json, "unsearchedFields", report.unsearched());
        json.writeArrayPropertyStart("parts");
        for (GapReport.Part part : report.parts()) {
            json.writeStartObject();
            texts(json, "facts", part.facts());
            json.writeStringProperty("cover", part.cover());
            json.writeNumberProperty("inputs", part.inputs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("gaps");
        for (int i = 0; i < report.gaps().size(); i++) {
            gap(json, i + 1, report.gaps().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void gap(JsonGenerator json, int number, Gap gap) {
        json.writeStartObject();
        json.writeNumberProperty("number", number);
        json.writeStringProperty("kind", gap.kind().code());
        json.writeStringProperty("file", gap.file());
        json.writeNumberProperty("line", gap.line());
        json.writeStringProperty("message", gap.message());
        texts(json, "rules", gap.rules());
        texts(json, "codes", gap.codes());
        json.writeNumberProperty("inputs", gap.inputs());
        json.writeName("witness");
        witness(json, gap.witness());
        json.writeEndObject();
    }

    private static void witness(JsonGenerator json, @Nullable Witness witness) {
        if (witness == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("asOf", witness.asOf().toString());
        texts(json, "differences", witness.differences());
        texts(json, "customer", witness.customer());
        json.writeArrayPropertyStart("subscriptions");
        for (Map<String, String> subscription : witness.subscriptions()) {
            json.writeStartObject();
            subscription.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("advice");
        for (Recommendation recommendation : witness.advice()) {
            json.writeStartObject();
            json.writeStringProperty("code", recommendation.code());
            json.writeName("subscriptionId");
            json.writeString(recommendation.subscriptionId());
            json.writeStringProperty("ruleId", recommendation.ruleId());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, Map<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
