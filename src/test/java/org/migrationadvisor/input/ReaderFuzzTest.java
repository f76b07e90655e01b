package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

/**
 * Every reader on bytes that nobody meant: a list is read or refused, and nothing else. In the build the seeds are run
 * once, which are files of the test data and what fuzzing found before; docs/security.md says how to search for longer.
 *
 * <p>What that finds is put into {@code src/test/resources/org/migrationadvisor/input/ReaderFuzzTestInputs/METHOD} and is a
 * seed from then on.
 */
class ReaderFuzzTest {

    private static final String DURATION = "2m";

    /** The format is told from the content. */
    @FuzzTest(maxDuration = DURATION)
    void anything(byte[] bytes) {
        read(bytes, null);
    }

    @FuzzTest(maxDuration = DURATION)
    void csv(byte[] bytes) {
        read(behind("customer_id,subscription_id,seats,end_date,unit_price,auto_renew\n", bytes), ListFormat.CSV);
    }

    @FuzzTest(maxDuration = DURATION)
    void reconciliation(byte[] bytes) {
        String header = "CustomerId,SubscriptionId,ProductId,SkuId,ChargeType,TermAndBillingCycle,Quantity,"
                + "SubscriptionEndDate,ChargeEndDate,MeterDescription\n";
        read(behind(header, bytes), null);
    }

    @FuzzTest(maxDuration = DURATION)
    void json(byte[] bytes) {
        read(bytes, ListFormat.JSON);
    }

    @FuzzTest(maxDuration = DURATION)
    void jsonLines(byte[] bytes) {
        read(bytes, ListFormat.JSON_LINES);
    }

    @FuzzTest(maxDuration = DURATION)
    void partnerCenter(byte[] bytes) {
        read(bytes, ListFormat.PARTNER_CENTER);
    }

    @FuzzTest(maxDuration = DURATION)
    void graph(byte[] bytes) {
        read(bytes, ListFormat.GRAPH);
    }

    /** What is inside of an archive. */
    @FuzzTest(maxDuration = DURATION)
    void gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        read(packed.toByteArray(), null);
    }

    /** The sheet of a workbook; its other parts are as they should be. */
    @FuzzTest(maxDuration = DURATION)
    void sheet(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            part(zip, "[Content_Types].xml", """
                    <Types><Override PartName="/xl/workbook.xml" ContentType="application/\
                    vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                    <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/worksheets/sheet1.xml", bytes);
        }
        read(packed.toByteArray(), null);
    }

    /** The bytes of a whole workbook. */
    @FuzzTest(maxDuration = DURATION)
    void workbook(byte[] bytes) {
        read(behind("PK\u0003\u0004", bytes), null);
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] behind(String start, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    private static void read(byte[] bytes, @Nullable ListFormat format) {
        ReadOptions options = new ReadOptions(
                format, null, null, "T-1", Set.of("p-1"), FactTable.STANDARD, offer -> Optional.empty());
        try {
            CustomerList list = CustomerLists.read(
                    List.of(Source.of(Source.STANDARD_INPUT, new ByteArrayInputStream(bytes))), options);
            assertThat(list.rejected().size()).isLessThanOrEqualTo((int) list.rows());
            RejectsFile rejects = new RejectsFile(new StringBuilder());
            for (RejectedRow row : list.rejected()) {
                rejects.write(row);
            }
        } catch (ListException refused) {
            assertThat(refused.getMessage())
                    .contains("<stdin>")
                    .contains("found ")
                    .contains("expected ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
