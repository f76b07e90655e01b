package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** One JSON value laid out for people: two blanks a level and {@code \n} on every platform. */
public final class IndentedJson {
    private final AdviceJson json;

    /** @param out stays open, and is flushed by {@link #end()} */
    public IndentedJson(OutputStream out) {
        json = new AdviceJson(Utf8.writer(out), new Layout());
    }

    /** Writes a part of the value. */
    public void write(JsonStep step) throws IOException {
        json.run(step);
    }

    /** Ends the last line. */
    public void end() throws IOException {
        json.run(generator -> {
            generator.writeRaw('\n');
            generator.flush();
        });
    }

    private static final class Layout extends ObjectWriteContext.Base {

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
