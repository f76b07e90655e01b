package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

class WorkbookTest {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else {
                sheet.value(row, i, String.valueOf(cells[i]));
            }
        }
    }

    private static byte[] list() throws IOException {
        return workbook(workbook -> {
            Worksheet notes = workbook.newWorksheet("Notes");
            row(notes, 0, "made", "by hand");
            Worksheet list = workbook.newWorksheet("List");
            row(list, 1, "customer_id", "subscription_id", "seats", "end_date", "auto_renew", "unit_price");
            row(list, 2, "c-1", "s-1", 25, "", "", 12.5);
            list.value(2, 3, LocalDate.of(2026, 11, 30));
            list.value(2, 4, false);
            row(list, 4, "c-1", "s-2", 2.5, "2026-12-31");
        });
    }

    @Test
    void the_first_sheet_with_a_known_header_is_read() throws IOException {
        CustomerList list = Lists.readBytes(list());

        assertThat(list.customers())
                .containsExactly(Customer.builder("c-1")
                        .subscriptions(Subscription.builder("s-1")
                                .seats(25)
                                .endDate(LocalDate.of(2026, 11, 30))
                                .autoRenew(Answer.NO)
                                .unitPrice(new BigDecimal("12.5"))
                                .build())
                        .build());
        assertThat(Lists.rejections(list))
                .containsExactly("<stdin>:5: seats: found '2.5', expected a whole number of 0 or more");
        assertThat(list.rejected().get(0).original()).isEqualTo("c-1,s-2,2.5,2026-12-31,,");
        assertThat(list.files().get(0).sheet()).isEqualTo("List");
    }

    @Test
    void a_workbook_may_be_packed_with_gzip() throws IOException {
        assertThat(Lists.readBytes(gzip(list())).customers()).hasSize(1);
    }

    @Test
    void a_sheet_that_is_asked_for_must_be_there_and_have_a_known_header() throws IOException {
        assertThat(refusal(list(), "Plan"))
                .isEqualTo("<stdin>: found no sheet 'Plan', expected one of 'Notes', 'List'");
        assertThat(refusal(list(), "notes"))
                .isEqualTo("<stdin>:1: found the columns 'made', 'by hand', expected customer_id and subscription_id"
                        + " among them");
    }

    @Test
    void a_workbook_without_a_known_header_is_refused_with_its_sheets() throws IOException {
        byte[] workbook = workbook(book -> {
            row(book.newWorksheet("Notes"), 0, "made", "by hand");
            row(book.newWorksheet("Plan"), 0, "who", "when");
        });

        assertThat(refusal(workbook, null))
                .isEqualTo("<stdin>: found no sheet with a known header among 'Notes', 'Plan', expected one with"
                        + " customer_id and subscription_id among its columns"
                        + "\nMaybe --sheet NAME tells which columns are missing");
    }

    @Test
    void a_cell_with_an_error_rejects_its_row() throws IOException {
        byte[] sheet = sheet("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>customer_id</t></is></c>\
                <c r="B1" t="inlineStr"><is><t>subscription_id</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>seats</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>c-1</t></is></c>\
                <c r="B2" t="inlineStr"><is><t>s-1</t></is></c><c r="C2" t="e"><v>#N/A</v></c></row>""");

        assertThat(Lists.rejections(Lists.readBytes(sheet)))
                .containsExactly("<stdin>:2: seats: found the error '#N/A', expected a value");
    }

    @Tag("attack")
    @ParameterizedTest(name = "workbooks: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            <row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>                    | a cell 'ZZZZZZ1'
            <row r="1"><c r="XFE1"><v>1</v></c></row>                       | a cell 'XFE1'
            <row r="1"><c r="1A"><v>1</v></c></row>                         | a cell '1A'
            <row r="2000000000"><c r="A1"><v>1</v></c></row>                | a row '2000000000'
            <row r="-1"><c r="A1"><v>1</v></c></row>                        | a row '-1'
            """)
    void a_cell_where_excel_has_none_is_refused(String row, String found) throws IOException {
        assertThat(refusal(sheet(row), null))
                .isEqualTo("<stdin>: found a workbook with " + found + ", expected no more than Excel itself can hold");
    }

    @Test
    @Tag("attack")
    @DisplayName("workbooks: cells, columns and numbers beyond all bounds")
    void cells_columns_and_numbers_beyond_all_bounds_are_refused() throws IOException {
        assertThat(refusal(sheet("<row>" + "<c><v>1</v></c>".repeat(20_000) + "</row>"), null))
                .startsWith("<stdin>: found a workbook with a cell 'null'");
        assertThat(refusal(sheet("<row><c t=\"str\"><v>" + noise(300_000) + "</v></c></row>"), null))
                .startsWith("<stdin>: found a workbook with a cell or tag of more than 262144 bytes");
        assertThat(refusal(sheet("<row><c><v>" + "9".repeat(5_000) + "</v></c></row>"), null))
                .startsWith("<stdin>: found a workbook with a cell of more than 100 characters");
        assertThat(refusal(
                        sheet("<row><c t=\"inlineStr\"><is>" + "<t>ab</t>".repeat(200_000) + "</is></c></row>"), null))
                .startsWith("<stdin>: found a workbook with a cell of more than 200000 characters");
        assertThat(refusal(sheet("<x>".repeat(100)), null))
                .startsWith("<stdin>: found a workbook with XML nested or attributed without end");
    }

    @Test
    @Tag("attack")
    @DisplayName("workbooks: one that unpacks without end")
    void a_workbook_that_unpacks_without_end_is_refused() throws IOException {
        assertThat(refusal(sheet("<si><t>1234</t></si>".repeat(3_000_000)), null))
                .startsWith("<stdin>: found a workbook that unpacks to more than 200 times its size");
    }

    @Test
    @Tag("attack")
    @DisplayName("workbooks: an external entity")
    void an_external_entity_is_never_read() throws IOException {
        byte[] sheet = zip(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM"
                        + " \"file:///etc/hostname\">]><worksheet xmlns=\"" + NAMESPACE + "\"><sheetData><row><c"
                        + " t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>");

        assertThat(refusal(sheet, null))
                .isEqualTo(
                        "<stdin>: found a workbook with a document type definition, expected no more than Excel itself"
                                + " can hold");
    }

    @Test
    void an_archive_that_is_no_workbook_or_is_broken_is_refused() throws IOException {
        byte[] list = list();
        byte[] cut = Arrays.copyOf(list, list.length / 2);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refusal(other.toByteArray(), null))
                .isEqualTo(
                        "<stdin>: found a ZIP archive that is no Excel workbook, expected a list of customers as CSV,"
                                + " JSON, JSON Lines or .xlsx");
        assertThat(refusal(cut, null)).startsWith("<stdin>: found a workbook that is broken (");
        assertThat(refusal(zip("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"), null))
                .startsWith("<stdin>: found a workbook that is broken (");
        assertThat(refusal(workbook(workbook -> workbook.newWorksheet("Empty")), null))
                .isEqualTo("<stdin>: found nothing in the sheet 'Empty', expected a header and a row for each"
                        + " subscription");
    }

    private static byte[] sheet(String rows) throws IOException {
        return zip(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + NAMESPACE + "\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** A workbook of one sheet, as small as can be. */
    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + NAMESPACE + "\" xmlns:r=\"" + relationships
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\" Type=\"" + relationships
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, name, content);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** A text that does not pack well. */
    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String refusal(byte[] bytes, @Nullable String sheet) {
        ReadOptions options =
                new ReadOptions(null, sheet, null, null, Set.of(), FactTable.STANDARD, offer -> Optional.empty());
        ListException refused = catchThrowableOfType(
                ListException.class,
                () -> CustomerLists.read(
                        List.of(Source.of(Source.STANDARD_INPUT, new ByteArrayInputStream(bytes))), options));
        return String.valueOf(refused.getMessage());
    }
}
