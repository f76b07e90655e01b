package org.migrationadvisor.workbench.explain;

import java.util.List;
import java.util.Locale;
import org.migrationadvisor.report.IndentedJson;
import org.migrationadvisor.rulebook.trace.ConditionTrace;
import tools.jackson.core.JsonGenerator;

/** Writes accounts of rules as JSON objects. */
public final class AccountJson {

    private AccountJson() {}

    /** The rule, whether it fired, and its conditions with what each found and, where it failed, needs. */
    public static void write(JsonGenerator json, RuleAccount account) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", account.rule().id());
        json.writeStringProperty("sentence", account.rule().sentence());
        json.writeStringProperty("ruleFile", account.rule().file().name());
        json.writeNumberProperty("ruleLine", account.rule().line());
        json.writeStringProperty("source", account.rule().source());
        json.writeName("subscriptionId");
        json.writeString(account.subscriptionId());
        json.writeBooleanProperty("fired", account.fired());
        json.writeArrayPropertyStart("conditions");
        account.attempt().conditions().forEach(condition -> condition(json, condition, account));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void condition(JsonGenerator json, ConditionTrace condition, RuleAccount account) {
        json.writeStartObject();
        json.writeStringProperty("text", condition.text());
        json.writeNumberProperty("line", condition.line());
        json.writeNumberProperty("column", condition.column());
        json.writeStringProperty(
                "outcome", condition.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeObjectPropertyStart("values");
        condition.values().forEach((name, value) -> {
            json.writeName(name);
            IndentedJson.value(json, value);
        });
        json.writeEndObject();
        account.changes().stream()
                .filter(change -> change.condition() == condition)
                .forEach(change -> json.writeStringProperty("needs", change.need()));
        List<RuleAccount> behind = ConclusionAccounts.of(condition);
        if (!behind.isEmpty()) {
            json.writeArrayPropertyStart("definitions");
            behind.forEach(each -> write(json, each));
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
