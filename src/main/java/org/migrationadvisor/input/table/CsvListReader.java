package org.migrationadvisor.input.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.row.ListReader;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.ReplayableReader;

/**
 * A table as CSV. A record that cannot be read, such as one with a quotation mark that is never closed,
 * costs only its first line: reading goes on with the next one.
 */
public final class CsvListReader implements ListReader {

    /** The longest record, in characters. */
    static final int MAX_RECORD = 1 << 20;

    /** So many cells more than the header has, and a record is given up. */
    private static final int MAX_EXCESS = 1000;

    private final ReadOptions options;

    public CsvListReader(ReadOptions options) {
        this.options = options;
    }

    @Override
    public void read(String file, Reader text, RowSink sink) throws IOException {
        Reading reading = new Reading(file, new ReplayableReader(text, MAX_RECORD), options, sink);
        CsvHeader header = reading.header();
        while (header != null) {
            header = reading.rows(header);
        }
    }

    /** One pass over one file. The tape keeps everything from {@code place} on, which is the start of {@code line}. */
    private static final class Reading {
        private final String file;
        private final ReplayableReader tape;
        private final ReadOptions options;
        private final RowSink sink;
        private long place;
        private long line = 1;

        Reading(String file, ReplayableReader tape, ReadOptions options, RowSink sink) {
            this.file = file;
            this.tape = tape;
            this.options = options;
            this.sink = sink;
        }

        private void skipBlankLines() throws IOException {
            while (tape.line(place).isBlank() && tape.lineEnd(place) > place) {
                forward(1);
            }
        }

        CsvHeader header() throws IOException {
            skipBlankLines();
            Character hint = CsvHeader.hint(tape.line(place));
            if (hint != null) {
                forward(1);
                skipBlankLines();
            }
            Place start = new Place(file, line);
            char delimiter = hint == null ? CsvHeader.delimiter(tape.line(place)) : hint;
            CsvRecord record = new CsvRecord(MAX_EXCESS);
            try {
                parser(delimiter, record).iterator().next();
            } catch (NoSuchElementException e) {
                throw new ListException(start + ": found the end, expected column names such as customer_id", e);
            } catch (CsvParseException | UncheckedIOException e) {
                throwUnlessTooLong(e);
                throw new ListException(
                        start + ": found a header line that cannot be read ("
                                + reason(record, MAX_EXCESS, e)
                                + "), expected column names such as customer_id and subscription_id",
                        e);
            }
            String original = original(record);
            forward(record.lines());
            sink.delimiter(delimiter);
            return CsvHeader.of(start, delimiter, record.cells(), options, original, sink);
        }

        /** Pushes the rows below a header. Returns the header of the next section of a rejects file, null at the end. */
        @Nullable
        CsvHeader rows(CsvHeader header) throws IOException {
            while (true) {
                long before = line - 1;
                CsvRecord current = new CsvRecord(header.table().size() + MAX_EXCESS);
                try {
                    for (CsvRecord record : parser(header.delimiter(), current)) {
                        forward(before + record.line() - line);
                        if (header.rejected()
                                && !record.isBlank()
                                && record.cells().get(0).startsWith(RejectedRow.REASON)) {
                            return header();
                        }
                        if (!record.isBlank()) {
                            push(header, record);
                        }
                        forward(record.lines());
                    }
                    return null;
                } catch (CsvParseException | UncheckedIOException e) {
                    throwUnlessTooLong(e);
                    forward(before + current.line() - line);
                    rejectLine(header, current, e);
                }
            }
        }

        private CsvReader<CsvRecord> parser(char delimiter, CsvRecord record) {
            tape.rewind(place);
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowUnclosedQuote(false)
                    .skipEmptyLines(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(4 * MAX_RECORD)
                    .build(record, tape);
        }

        private void push(CsvHeader header, CsvRecord record) throws IOException {
            int found = record.cells().size();
            int expected = header.table().size();
            if (found != expected) {
                String reason = "found " + (found == 1 ? "1 cell" : found + " cells") + ", expected " + expected;
                reject(header, "row", reason, original(record));
                return;
            }
            header.table().push(new Place(file, line), record.cells(), () -> header.originalOf(kept(record)), sink);
        }

        private void rejectLine(CsvHeader header, CsvRecord record, Exception cause) throws IOException {
            String column = cause.getCause() instanceof CsvRecord.TooManyCells
                    ? "row"
                    : header.table().name(record.cells().size());
            String original = tape.line(place);
            boolean manyLines = cause.getCause() instanceof ReplayableReader.TooLong && original.length() < MAX_RECORD;
            String hint = manyLines ? "; maybe a quotation mark on this line is not closed" : "";
            reject(header, column, reason(record, header.table().size(), cause) + hint, original);
            place = tape.skipLine(place);
            line++;
        }

        private static String reason(CsvRecord record, int expected, Exception cause) {
            if (cause.getCause() instanceof CsvRecord.TooManyCells) {
                return "found more than " + record.cells().size() + " cells, expected " + expected;
            }
            if (cause.getCause() instanceof ReplayableReader.TooLong) {
                return "found more than " + MAX_RECORD + " characters, expected at most " + MAX_RECORD;
            }
            return "found a quotation mark out of place, expected it around a whole cell and doubled inside";
        }

        private void reject(CsvHeader header, String column, String reason, String original) {
            RowProblem problem = new RowProblem(file, line, column, reason);
            sink.reject(new RejectedRow(
                    List.of(problem),
                    header.originalOf(original),
                    header.table().forRejects()));
        }

        /** The record that is being handed over, of which the tape keeps all. */
        private String kept(CsvRecord record) {
            try {
                return original(record);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String original(CsvRecord record) throws IOException {
            long end = place;
            for (int i = 0; i < record.lines(); i++) {
                end = tape.lineEnd(end);
            }
            return ReplayableReader.withoutBreak(tape.text(place, end));
        }

        private void forward(long lines) throws IOException {
            for (long i = 0; i < lines; i++) {
                place = tape.lineEnd(place);
            }
            line += lines;
            tape.release(place);
        }

        /** An error of the source, which the parser wraps, is not an error of the record. */
        private static void throwUnlessTooLong(RuntimeException e) throws IOException {
            if (e.getCause() instanceof ListException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException cause && !(cause instanceof ReplayableReader.TooLong)) {
                throw cause;
            }
        }
    }
}
