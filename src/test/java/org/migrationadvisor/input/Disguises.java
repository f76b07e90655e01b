package org.migrationadvisor.input;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.migrationadvisor.input.source.TextDecoder;

/** The same list in other encodings, packings and layouts. */
final class Disguises {

    static final Pattern GUID = Pattern.compile("\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    private Disguises() {}

    /** What is done to the bytes of a list. */
    record Disguise(String name, UnaryOperator<byte[]> of) {}

    /** For any text. */
    static Stream<Disguise> ofTexts() {
        return Stream.of(
                new Disguise("gzip", Disguises::gzip),
                new Disguise("UTF-16LE", list -> (MARK + text(list)).getBytes(StandardCharsets.UTF_16LE)),
                new Disguise("UTF-16BE", list -> (MARK + text(list)).getBytes(StandardCharsets.UTF_16BE)),
                new Disguise("UTF-8 with a mark", list -> (MARK + text(list)).getBytes(StandardCharsets.UTF_8)),
                new Disguise("Windows-1252", list -> text(list).getBytes(WINDOWS_1252)),
                new Disguise(
                        "text with CRLF",
                        list -> text(list).replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                new Disguise("text with GUIDs in capitals", list -> GUID.matcher(text(list))
                        .replaceAll(guid -> guid.group().toUpperCase(Locale.ROOT))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** For tables. */
    static Stream<Disguise> ofTables() {
        return Stream.of(
                new Disguise("cells separated by commas", list -> csv(table(list), ",")),
                new Disguise("cells separated by semicolons", list -> csv(table(list), ";")),
                new Disguise("cells separated by tabs", list -> csv(table(list), "\t")),
                new Disguise("columns in another order", list -> csv(shuffled(table(list)), ",")),
                new Disguise("a workbook", list -> workbook(table(list))),
                new Disguise("a packed workbook", list -> gzip(workbook(table(list)))));
    }

    private static String text(byte[] list) {
        try {
            StringWriter text = new StringWriter();
            TextDecoder.of(list, new ByteArrayInputStream(list)).text().transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] list) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<List<String>> table(byte[] list) {
        String text = text(list).replaceFirst("(?i)\\Asep=.\\R", "");
        String header = text.lines().findFirst().orElseThrow();
        char delimiter = header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
        return CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text).stream()
                .map(row -> row.getFields())
                .toList();
    }

    private static byte[] csv(List<List<String>> table, String delimiter) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> shuffled(List<List<String>> table) {
        List<Integer> columns =
                new ArrayList<>(IntStream.range(0, table.get(0).size()).boxed().toList());
        Collections.shuffle(columns, new Random(1));
        return table.stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
    }

    private static byte[] workbook(List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "made by hand");
            Worksheet sheet = workbook.newWorksheet("List");
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    sheet.value(row, column, table.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
