package org.migrationadvisor.workbench.cases;

import java.util.List;
import org.migrationadvisor.report.IndentedJson;
import org.migrationadvisor.workbench.explain.AccountJson;
import org.migrationadvisor.workbench.explain.RuleAccount;
import tools.jackson.core.JsonGenerator;

/** Writes how cases went as JSON. */
public final class TestJson {

    private TestJson() {}

    /** The document, ended by {@code \n}. */
    public static String of(TestRun run) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("cases", run.results().size());
            json.writeNumberProperty("failed", run.failed().size());
            texts(json, "withoutCases", run.withoutCases());
            json.writeArrayPropertyStart("results");
            run.results().forEach(result -> result(json, result));
            json.writeEndArray();
            json.writeName("coverage");
            coverage(json, run.coverage());
            json.writeEndObject();
        });
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, CaseResult result) {
        json.writeStartObject();
        json.writeStringProperty("name", result.ruleCase().name());
        json.writeStringProperty("file", result.ruleCase().file());
        json.writeNumberProperty("line", result.ruleCase().line());
        json.writeBooleanProperty("passed", result.passed());
        texts(json, "fired", result.fired().stream().sorted().toList());
        json.writeArrayPropertyStart("differences");
        for (Difference difference : result.differences()) {
            json.writeStartObject();
            json.writeStringProperty("about", difference.about());
            json.writeStringProperty("expected", difference.expected());
            json.writeStringProperty("found", difference.found());
            json.writeNumberProperty("line", difference.line());
            json.writeArrayPropertyStart("rules");
            for (RuleAccount account : difference.accounts()) {
                AccountJson.write(json, account);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, Coverage coverage) {
        json.writeStartObject();
        json.writeNumberProperty("conditions", coverage.conditions());
        json.writeNumberProperty("covered", coverage.covered());
        json.writeArrayPropertyStart("rules");
        for (Coverage.OfRule rule : coverage.rules()) {
            json.writeStartObject();
            json.writeStringProperty("ruleId", rule.id());
            json.writeStringProperty("ruleFile", rule.file());
            json.writeNumberProperty("ruleLine", rule.line());
            json.writeNumberProperty("firedIn", rule.firedIn());
            json.writeArrayPropertyStart("conditions");
            for (Coverage.OfCondition condition : rule.conditions()) {
                json.writeStartObject();
                json.writeStringProperty("text", condition.text());
                json.writeNumberProperty("line", condition.line());
                json.writeNumberProperty("column", condition.column());
                json.writeBooleanProperty("held", condition.held());
                json.writeBooleanProperty("failedFirst", condition.failedFirst());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
