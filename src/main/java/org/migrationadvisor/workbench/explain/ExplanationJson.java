package org.migrationadvisor.workbench.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.ReadinessReason;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.report.IndentedJson;
import tools.jackson.core.JsonGenerator;

/** Writes an explanation as JSON. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** The document, ended by {@code \n}. */
    public static String of(Explanation explanation) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "customerId", explanation.advice().customer().id());
            json.writeStringProperty("asOf", explanation.advice().asOf().toString());
            json.writeStringProperty("rules", explanation.advice().rules());
            json.writeName("readiness");
            write(json, explanation.readiness());
            json.writeName("readinessWithout");
            write(json, explanation.readinessWithout());
            json.writeArrayPropertyStart("made");
            for (Explanation.Made made : explanation.made()) {
                json.writeStartObject();
                json.writeStringProperty("code", made.recommendation().code());
                json.writeName("subscriptionId");
                json.writeString(made.recommendation().subscriptionId());
                json.writeStringProperty("actor", made.recommendation().actor().code());
                date(json, "actFrom", made.recommendation().actFrom());
                date(json, "actBy", made.recommendation().actBy());
                json.writeStringProperty("message", made.recommendation().message());
                json.writeName("rule");
                AccountJson.write(json, made.account());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("notMade");
            for (Explanation.NotMade notMade : explanation.notMade()) {
                json.writeStartObject();
                json.writeStringProperty("code", notMade.code());
                json.writeName("subscriptionId");
                json.writeString(notMade.subscriptionId());
                json.writeName("nearestRule");
                notMade.account().ifPresentOrElse(account -> AccountJson.write(json, account), json::writeNull);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, @Nullable ReadinessReason reason) {
        if (reason == null) {
            json.writeNull();
            return;
        }
        Recommendation deciding = reason.decidedBy();
        json.writeStartObject();
        json.writeStringProperty("state", reason.readiness().code());
        json.writeName("code");
        json.writeString(deciding == null ? null : deciding.code());
        json.writeName("subscriptionId");
        json.writeString(deciding == null ? null : deciding.subscriptionId());
        date(json, "day", reason.day());
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String name, @Nullable LocalDate date) {
        json.writeName(name);
        json.writeString(date == null ? null : date.toString());
    }
}
