package org.migrationadvisor.report;

import java.io.OutputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.Utf8;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON for programs that a person can read too: two blanks a level and {@code \n} on every platform. */
public final class IndentedJson {
    static final ObjectWriteContext CONTEXT = new Indented();

    private IndentedJson() {}

    /** What writes a document. */
    @FunctionalInterface
    public interface Content {
        void write(JsonGenerator json);
    }

    /** The text of a small document, ended by {@code \n}. */
    public static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = AdviceJson.FACTORY.createGenerator(CONTEXT, text)) {
            content.write(json);
        }
        return text.append('\n').toString();
    }

    /**
     * Writes a large document part by part, each generator call at once. Its errors are those of Jackson; the stream
     * stays open, and the caller flushes the generator.
     */
    public static JsonGenerator generator(OutputStream out) {
        return AdviceJson.FACTORY.createGenerator(CONTEXT, Utf8.writer(out));
    }

    /** Writes a value of a fact or of the policy as lists of advice do. */
    public static void value(JsonGenerator json, @Nullable Object value) {
        AdviceJson.value(json, value);
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }
    }
}
