package org.migrationadvisor.workbench;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
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
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, version);
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            result.problems().forEach(problem -> result(json, problem));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json, String version) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "advisor check");
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        for (ProblemKind kind : ProblemKind.values()) {
            json.writeStartObject();
            json.writeStringProperty("id", kind.slug());
            text(json, "shortDescription", kind.explanation());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Problem problem) {
        String mend = problem.mend() == null ? "" : "; " + problem.mend();
        json.writeStartObject();
        json.writeStringProperty("ruleId", problem.kind().slug());
        json.writeNumberProperty("ruleIndex", List.of(ProblemKind.values()).indexOf(problem.kind()));
        json.writeStringProperty("level", problem.severity().shown());
        text(json, "message", problem.what() + mend);
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(problem.file()));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", problem.line());
        json.writeNumberProperty("startColumn", problem.column());
        json.writeNumberProperty("endColumn", problem.endColumn());
        text(json, "snippet", problem.lineText());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A path as a reference that every reader of URIs understands. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException notAPath) {
            return file;
        }
    }
}
