package org.migrationadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Coded;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.TerminalText;
import picocli.CommandLine.Option;

/** Where a verb writes to. */
final class OutputOption {
    private static final String NAME = "--output";
    private static final String TEXT = "txt";

    /** The endings of names that promise a format, by what they are called as one. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("csv", "csv"),
            Map.entry("json", "json"),
            Map.entry("jsonl", "jsonl"),
            Map.entry("ndjson", "jsonl"),
            Map.entry("md", "md"),
            Map.entry("html", "html"),
            Map.entry("htm", "html"),
            Map.entry("xlsx", "xlsx"),
            Map.entry("ics", "ics"),
            Map.entry("sarif", "sarif"),
            Map.entry("xml", "junit"));

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "Write here instead of to standard output; the ending of the name decides the format, unless"
                    + " --format does.")
    private @Nullable Path file;

    /** Whether a file was named. */
    boolean isFile() {
        return file != null;
    }

    /**
     * Makes sure, before anything is written, that nothing is written over what the verb reads.
     *
     * @throws UsageException if it would be
     */
    void requireApart(FilesInUse files) {
        files.writing(NAME, file);
    }

    /**
     * The format to write: the one asked for, else the one that the ending of the file's name promises, else the usual
     * one. Where the two promise different formats, that is reported.
     *
     * @param asked the value of {@code --format}, if it is given
     * @param usual the format for a person, of which {@code .txt} is the ending
     * @throws UsageException if the ending promises a format that the verb does not have
     */
    <E extends Enum<E> & Coded> E format(Advisor advisor, @Nullable E asked, E usual) {
        String ending = ending();
        String promised = FORMATS.get(ending);
        if (asked != null) {
            if (ending.equals(TEXT) ? FORMATS.containsValue(asked.code()) : !fits(promised, asked.code())) {
                advisor.err()
                        .println(NAME + ": found " + SafeText.name(file()) + " with --format " + asked.code()
                                + ", expected a name with another ending; it is written as " + asked.code());
            }
            return asked;
        }
        if (promised == null) {
            return usual;
        }
        Class<E> type = usual.getDeclaringClass();
        return Coded.find(type, promised)
                .orElseThrow(() -> new UsageException(NAME + ": found " + SafeText.name(file())
                        + ", expected a name that ends with one of " + endings(type) + ", or a --format"));
    }

    private static boolean fits(@Nullable String promised, String format) {
        boolean jsonOfAKind = "json".equals(promised) && format.equals("sarif");
        return promised == null || promised.equals(format) || jsonOfAKind;
    }

    private Path file() {
        return Objects.requireNonNull(file, "file");
    }

    private String ending() {
        String name = file == null ? "" : String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E> & Coded> String endings(Class<E> type) {
        Set<String> codes = Stream.of(type.getEnumConstants()).map(Coded::code).collect(Collectors.toSet());
        return FORMATS.entrySet().stream()
                .filter(format -> codes.contains(format.getValue()))
                .map(format -> "." + format.getKey() + ", ")
                .sorted()
                .collect(Collectors.joining("", "", "." + TEXT));
    }

    /**
     * Opens the file that was named, else standard output.
     *
     * @throws UsageException if it cannot be written
     */
    OutputFile open(Advisor advisor) {
        return OutputFile.open(file, advisor.out());
    }

    /**
     * Opens the file that was named so that a run which is stopped can be continued; a device, or standard output, as
     * {@link #open}.
     *
     * @param resume whether to continue an earlier run, if there is one
     * @throws UsageException if it cannot be written, or another run is writing it
     */
    OutputFile openResumable(Advisor advisor, boolean resume) {
        return file == null || OutputFile.isDevice(file) ? open(advisor) : ResumableFile.open(file, resume);
    }

    /** Writes a whole text there. */
    void write(Advisor advisor, String text) throws IOException {
        OutputFile.write(file, advisor.out(), text);
    }

    /** Whether colours are seen: a file shows none. */
    boolean colour(Advisor advisor) {
        return advisor.terminal().colour() && file == null;
    }

    /** An empty text of the terminal's width. */
    TerminalText text(Advisor advisor) {
        return new TerminalText(advisor.terminal().width(), colour(advisor));
    }
}
