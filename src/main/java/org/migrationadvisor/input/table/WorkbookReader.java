package org.migrationadvisor.input.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.RowSink;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;
import org.migrationadvisor.input.source.Texts;

/** A table in a sheet of an Excel workbook. Lines in messages are rows of the sheet. */
public final class WorkbookReader {

    private static final BigDecimal DAYS_TO_1904 = BigDecimal.valueOf(1462);
    private static final int MAX_SHEETS = 256;

    private final ReadOptions options;

    public WorkbookReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * Pushes every row of the sheet to the sink.
     *
     * @param file the name for messages
     * @param workbook where the workbook is
     * @throws ListException if it is broken, is more than Excel can hold, or has no sheet with a known header
     */
    public void read(String file, Path workbook, RowSink sink) throws IOException {
        if (options.format() != null && options.format().isJson()) {
            throw new ListException(file + ": found an Excel workbook, expected "
                    + options.format().title());
        }
        WorkbookGuard.check(file, workbook);
        try (ReadableWorkbook open = guarded(file, () -> open(workbook))) {
            Reading reading = new Reading(file, open, sink);
            Sheet sheet = reading.sheet();
            sink.sheet(sheet.getName());
            reading.rows(sheet);
        }
    }

    private static ReadableWorkbook open(Path workbook) {
        try {
            return new ReadableWorkbook(workbook.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library answers what it does not understand with exceptions of many kinds. */
    private static <T> T guarded(String file, Supplier<T> library) {
        try {
            return library.get();
        } catch (RuntimeException e) {
            throw new ListException(
                    file + ": found a workbook that is broken (" + Texts.shown(String.valueOf(e.getMessage())) + "), "
                            + Source.EXPECTED,
                    e);
        }
    }

    private final class Reading {
        private final String file;
        private final ReadableWorkbook workbook;
        private final RowSink sink;

        Reading(String file, ReadableWorkbook workbook, RowSink sink) {
            this.file = file;
            this.workbook = workbook;
            this.sink = sink;
        }

        Sheet sheet() {
            List<Sheet> sheets =
                    guarded(file, () -> workbook.getSheets().limit(MAX_SHEETS).toList());
            String wanted = options.sheet();
            if (wanted != null) {
                return sheets.stream()
                        .filter(sheet -> wanted.equalsIgnoreCase(sheet.getName()))
                        .findFirst()
                        .orElseThrow(() -> new ListException(file + ": found no sheet " + Texts.quoted(wanted)
                                + ", expected one of " + names(sheets)));
            }
            if (sheets.isEmpty()) {
                throw new ListException(file + ": found a workbook without a sheet, " + Source.EXPECTED);
            }
            Optional<Sheet> known = sheets.stream()
                    .filter(sheet -> TableFormat.of(firstRow(sheet)).isPresent())
                    .findFirst();
            if (known.isEmpty() && sheets.size() > 1) {
                throw new ListException(file + ": found no sheet with a known header among " + names(sheets)
                        + ", expected one with customer_id and subscription_id among its columns"
                        + "\nMaybe --sheet NAME tells which columns are missing");
            }
            return known.orElse(sheets.get(0));
        }

        private static String names(List<Sheet> sheets) {
            return sheets.stream()
                    .limit(20)
                    .map(sheet -> Texts.quoted(String.valueOf(sheet.getName())))
                    .collect(Collectors.joining(", "));
        }

        private List<String> firstRow(Sheet sheet) {
            try (Rows rows = new Rows(sheet)) {
                Optional<SheetRow> first = rows.next();
                return first.map(row -> row.texts().stream().map(Texts::trim).toList())
                        .orElse(List.of());
            }
        }

        void rows(Sheet sheet) {
            try (Rows rows = new Rows(sheet)) {
                SheetRow first = rows.next()
                        .orElseThrow(() -> new ListException(file + ": found nothing in the sheet "
                                + Texts.quoted(sheet.getName()) + ", expected a header and a row for each"
                                + " subscription"));
                List<String> names = withoutBlankEnd(first.texts());
                Place start = new Place(file, first.line());
                String forRejects = RejectedRow.REASON + "," + csv(names);
                TableHeader header = TableHeader.of(start, names, options, forRejects, sink);
                for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    push(header, row.get());
                }
            }
        }

        private void push(TableHeader header, SheetRow row) {
            List<String> texts = withoutBlankEnd(row.texts());
            RowProblem problem = problem(header, row, texts);
            if (problem != null) {
                sink.reject(new RejectedRow(List.of(problem), csv(texts), header.forRejects()));
                return;
            }
            List<String> record = new ArrayList<>(header.size());
            for (int i = 0; i < header.size(); i++) {
                String text = i < texts.size() ? texts.get(i) : "";
                record.add(workbook.isDate1904() && header.isDate(i) ? since1900(text) : text);
            }
            header.push(new Place(file, row.line()), record, () -> csv(record), sink);
        }

        private @Nullable RowProblem problem(TableHeader header, SheetRow row, List<String> texts) {
            if (texts.size() > header.size()) {
                return new RowProblem(
                        file, row.line(), "row", "found " + texts.size() + " cells, expected " + header.size());
            }
            int error = row.errors().indexOf(true);
            return error < 0
                    ? null
                    : new RowProblem(
                            file,
                            row.line(),
                            header.name(error),
                            "found the error " + Texts.quoted(texts.get(error)) + ", expected a value");
        }

        private static String since1900(String text) {
            return text.matches("\\d{1,6}(\\.\\d{1,20})?")
                    ? new BigDecimal(text).add(DAYS_TO_1904).toPlainString()
                    : text;
        }

        /** The rows of a sheet that are not blank. */
        private final class Rows implements AutoCloseable {
            private final Stream<Row> stream;
            private final Iterator<Row> rows;
            private long line;

            Rows(Sheet sheet) {
                stream = guarded(file, () -> stream(sheet));
                rows = stream.iterator();
            }

            private static Stream<Row> stream(Sheet sheet) {
                try {
                    return sheet.openStream();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            /** The next row that is not blank; empty at the end. */
            Optional<SheetRow> next() {
                while (guarded(file, rows::hasNext)) {
                    Row row = guarded(file, rows::next);
                    line = Math.max(line + 1, row.getRowNum());
                    SheetRow read = SheetRow.of(line, row);
                    if (read.texts().stream().anyMatch(text -> !Texts.trim(text).isEmpty())) {
                        return Optional.of(read);
                    }
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                stream.close();
            }
        }
    }

    /** The cells of a row as texts, and which of them are errors. */
    private record SheetRow(long line, List<String> texts, List<Boolean> errors) {

        static SheetRow of(long line, Row row) {
            List<String> texts = new ArrayList<>(row.getCellCount());
            List<Boolean> errors = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
                texts.add(cell == null ? "" : text(cell));
                errors.add(cell != null && cell.getType() == CellType.ERROR);
            }
            return new SheetRow(line, texts, errors);
        }

        private static String text(org.dhatim.fastexcel.reader.Cell cell) {
            Object value = cell.getValue();
            if (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= 100) {
                return number.toPlainString();
            }
            return value == null ? "" : value.toString();
        }
    }

    private static List<String> withoutBlankEnd(List<String> texts) {
        int size = texts.size();
        while (size > 0 && Texts.trim(texts.get(size - 1)).isEmpty()) {
            size--;
        }
        return texts.subList(0, size);
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[,\"\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }
}
