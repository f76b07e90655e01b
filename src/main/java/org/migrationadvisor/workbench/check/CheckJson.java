package org.migrationadvisor.workbench.check;

import java.util.Arrays;
import org.migrationadvisor.report.IndentedJson;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import tools.jackson.core.JsonGenerator;

/** Writes the problems of a rules folder for programs. */
final class CheckJson {

    private CheckJson() {}

    static String document(CheckResult result) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("loads", result.loads());
            json.writeNumberProperty("errors", result.count(Problem.Level.ERROR));
            json.writeNumberProperty("warnings", result.count(Problem.Level.WARNING));
            json.writeNumberProperty("leftOut", result.leftOut());
            json.writeArrayPropertyStart("problems");
            result.problems().forEach(problem -> problem(json, problem));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void problem(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("kind", problem.kind().slug());
        json.writeStringProperty("severity", problem.severity().shown());
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeNumberProperty("column", problem.column());
        json.writeNumberProperty("endColumn", problem.endColumn());
        json.writeStringProperty("what", problem.what());
        json.writeName("mend");
        json.writeString(problem.mend());
        json.writeStringProperty("lineText", problem.lineText());
        json.writeEndObject();
    }

    static String sarif(CheckResult result, String version) {
        return Sarif.of(
                "advisor check",
                version,
                Arrays.stream(ProblemKind.values()).map(Sarif.Kind::of).toList(),
                result.problems().stream().map(Sarif.Result::of).toList());
    }
}
