package org.migrationadvisor.workbench.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.report.IndentedJson;
import org.migrationadvisor.rulebook.syntax.Problem;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import tools.jackson.core.JsonGenerator;

/** Writes findings as SARIF 2.1.0, which code scanning reads. */
public final class Sarif {

    private Sarif() {}

    /** A kind of finding. */
    public record Kind(String id, String description) {
        public Kind {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(description, "description");
        }

        /** The kind of a problem. */
        public static Kind of(ProblemKind kind) {
            return new Kind(kind.slug(), kind.explanation());
        }
    }

    /**
     * A finding.
     *
     * @param level {@code error} or {@code warning}
     * @param line its line, counted from 1
     * @param part the part of the line that is meant; null for the whole line
     */
    public record Result(
            Kind kind,
            String level,
            String message,
            String file,
            int line,
            @Nullable Part part) {
        public Result {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(file, "file");
        }

        /** A problem of a rules folder. */
        public static Result of(Problem problem) {
            String mend = problem.mend() == null ? "" : "; " + problem.mend();
            return new Result(
                    Kind.of(problem.kind()),
                    problem.severity().shown(),
                    problem.what() + mend,
                    problem.file(),
                    problem.line(),
                    new Part(problem.column(), problem.endColumn(), problem.lineText()));
        }
    }

    /**
     * A part of a line.
     *
     * @param column its first column, counted from 1
     * @param endColumn the column behind it
     * @param lineText the text of the whole line
     */
    public record Part(int column, int endColumn, String lineText) {
        public Part {
            Objects.requireNonNull(lineText, "lineText");
        }
    }

    /**
     * The document, ended by {@code \n}.
     *
     * @param tool the name of the program that found it
     * @param kinds all kinds of findings that it knows, those of the results among them
     */
    public static String of(String tool, String version, List<Kind> kinds, List<Result> results) {
        return IndentedJson.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, tool, version, kinds);
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            results.forEach(result -> result(json, kinds, result));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json, String name, String version, List<Kind> kinds) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", name);
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        for (Kind kind : kinds) {
            json.writeStartObject();
            json.writeStringProperty("id", kind.id());
            text(json, "shortDescription", kind.description());
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

    private static void result(JsonGenerator json, List<Kind> kinds, Result result) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", result.kind().id());
        json.writeNumberProperty("ruleIndex", kinds.indexOf(result.kind()));
        json.writeStringProperty("level", result.level());
        text(json, "message", result.message());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(result.file()));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", result.line());
        Part part = result.part();
        if (part != null) {
            json.writeNumberProperty("startColumn", part.column());
            json.writeNumberProperty("endColumn", part.endColumn());
            text(json, "snippet", part.lineText());
        }
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
