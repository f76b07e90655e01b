package org.migrationadvisor.workbench.mutation;

import org.migrationadvisor.report.IndentedJson;
import org.migrationadvisor.workbench.cases.RuleCase;
import org.migrationadvisor.workbench.mutation.MutationRun.Mutant;
import tools.jackson.core.JsonGenerator;

/** Writes how cases fared against changed rules as JSON. */
public final class MutationJson {

    private MutationJson() {}

    /** The document, ended by {@code \n}. */
    public static String of(MutationRun run) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("rules", run.rules());
            json.writeNumberProperty("mutants", run.mutants().size());
            json.writeNumberProperty("survived", run.survivors().size());
            json.writeArrayPropertyStart("failing");
            run.failing().forEach(failing -> ruleCase(json, failing));
            json.writeEndArray();
            json.writeArrayPropertyStart("results");
            run.mutants().forEach(mutant -> mutant(json, mutant));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void mutant(JsonGenerator json, Mutant mutant) {
        Mutation mutation = mutant.mutation();
        json.writeStartObject();
        json.writeStringProperty("ruleId", mutation.rule().id());
        json.writeStringProperty("file", mutation.file());
        json.writeNumberProperty("line", mutation.line());
        json.writeNumberProperty("column", mutation.column());
        json.writeStringProperty("what", mutation.what());
        json.writeBooleanProperty("survived", mutant.survived());
        json.writeName("killedBy");
        mutant.killedBy().ifPresentOrElse(killer -> ruleCase(json, killer), json::writeNull);
        json.writeEndObject();
    }

    private static void ruleCase(JsonGenerator json, RuleCase ruleCase) {
        json.writeStartObject();
        json.writeStringProperty("name", ruleCase.name());
        json.writeStringProperty("file", ruleCase.file());
        json.writeNumberProperty("line", ruleCase.line());
        json.writeEndObject();
    }
}
