package org.migrationadvisor.workbench.explain;

import org.migrationadvisor.report.IndentedJson;

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
            json.writeArrayPropertyStart("made");
            for (Explanation.Made made : explanation.made()) {
                json.writeStartObject();
                json.writeStringProperty("code", made.recommendation().code());
                json.writeName("subscriptionId");
                json.writeString(made.recommendation().subscriptionId());
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
}
