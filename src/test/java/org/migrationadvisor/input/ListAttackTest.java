package org.migrationadvisor.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.source.Content;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Source;

/** A row that was there is taken, rejected or counted, or the list is refused. */
@Tag("attack")
class ListAttackTest {
    private static final String HEADER = "customer_id,subscription_id\n";

    @TempDir
    private Path folder;

    /** Something that happens to a list while it is read. */
    private interface Change {
        void on(Path list) throws IOException;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    /** Rows whose first member is long enough to be read in several steps. */
    private static String rows(String prefix, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(prefix)
                    .append(Integer.toHexString(i * 0x9E3779B1))
                    .append(",s")
                    .append(i)
                    .append('\n');
        }
        return text.toString();
    }

    private static DynamicTest refused(String name, byte[] list) {
        return DynamicTest.dynamicTest("gzip: " + name, () -> assertThatThrownBy(() -> Lists.readBytes(list))
                .isInstanceOf(ListException.class)
                .hasMessageStartingWith("<stdin>: found a gzip archive that is broken ("));
    }

    @TestFactory
    Stream<DynamicTest> aGzipFileIsReadToItsEnd() throws IOException {
        byte[] one = gzip(HEADER + rows("a", 30_000));
        byte[] two = gzip(rows("b", 30_000));
        byte[] flipped = joined(one, two);
        flipped[one.length - 6] ^= 1;
        return Stream.of(
                DynamicTest.dynamicTest("gzip: several members", () -> {
                    assertThat(one.length).isGreaterThan(Content.HEAD);
                    assertThat(Lists.readBytes(joined(one, two)).rows()).isEqualTo(60_000);
                }),
                DynamicTest.dynamicTest("gzip: a member that ends where reading pauses", () -> {
                    byte[] first = memberOf(Content.HEAD);
                    assertThat(Lists.readBytes(joined(first, two)).rows())
                            .isEqualTo(Lists.readBytes(first).rows() + 30_000);
                }),
                refused("rubbish after a member", joined(one, "rubbish".getBytes(StandardCharsets.UTF_8))),
                refused("one byte after a member", joined(one, new byte[] {1})),
                refused("zeros after a member", joined(one, new byte[512])),
                refused("a text after a member", joined(one, rows("b", 3).getBytes(StandardCharsets.UTF_8))),
                refused("a member cut off after its head", joined(one, Arrays.copyOf(two, 10))),
                refused("a member cut off in its middle", joined(one, Arrays.copyOf(two, two.length / 2))),
                refused("a member without its checksum", joined(one, Arrays.copyOf(two, two.length - 8))),
                refused("a checksum that does not fit", flipped));
    }

    /** A member of exactly so many bytes: its header names a file as long as it takes. */
    private static byte[] memberOf(int size) throws IOException {
        byte[] plain = gzip(HEADER + rows("c", 8_000));
        byte[] named = new byte[size];
        int more = size - plain.length;
        System.arraycopy(plain, 0, named, 0, 10);
        named[3] = 8;
        Arrays.fill(named, 10, 10 + more - 1, (byte) 'n');
        System.arraycopy(plain, 10, named, 10 + more, plain.length - 10);
        return named;
    }

    @TestFactory
    Stream<DynamicTest> aListThatIsWrittenToWhileItIsReadIsRefused() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("grows", list -> Files.writeString(list, "c,s\n", StandardOpenOption.APPEND));
        changes.put("shrinks", list -> Files.writeString(list, HEADER + "c,s\n"));
        changes.put("is emptied", list -> Files.writeString(list, ""));
        changes.put("is written again", list -> {
            Files.write(list, Files.readAllBytes(list));
            Files.setLastModifiedTime(list, FileTime.fromMillis(1));
        });
        changes.put("is replaced", list -> {
            FileTime time = Files.getLastModifiedTime(list);
            Path other = Files.copy(list, list.resolveSibling("other"));
            Files.setLastModifiedTime(other, time);
            Files.delete(list);
            Files.move(other, list);
        });
        return changes.entrySet().stream().flatMap(change -> Stream.of(false, true)
                .map(packed -> DynamicTest.dynamicTest(
                        "changing lists: a " + (packed ? "gzip" : "plain") + " list " + change.getKey(), () -> {
                            String text = HEADER + rows("c", 100_000);
                            Path list = Files.write(
                                    folder.resolve(packed + change.getKey().replace(' ', '-')),
                                    packed ? gzip(text) : text.getBytes(StandardCharsets.UTF_8));
                            assertThatThrownBy(() -> readAndChange(list, change.getValue()))
                                    .isInstanceOf(ListException.class)
                                    .message()
                                    .startsWith(list.toString())
                                    .containsAnyOf(
                                            ": found it written to while it was read (",
                                            ": found a gzip archive that is broken (");
                        })));
    }

    private static void readAndChange(Path list, Change change) {
        boolean[] done = {false};
        CustomerStream.ReadingListener listener = (rows, rejected, share) -> {
            if (!done[0] && rows >= 20_000) {
                done[0] = true;
                try {
                    change.on(list);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        };
        CustomerStream.open(List.of(Source.of(list)), ReadOptions.defaults(), listener)
                .close();
    }

    @TestFactory
    Stream<DynamicTest> aListThatChangesBeforeItIsReadAgainIsRefused() {
        return Stream.of(DynamicTest.dynamicTest("changing lists: a list with double rows changes later", () -> {
            Path list = Files.writeString(folder.resolve("double.csv"), HEADER + "c,s\nc,s\n");
            try (CustomerStream stream = CustomerStream.open(List.of(Source.of(list)), ReadOptions.defaults())) {
                stream.forEachRemaining(customer -> {});
                Files.writeString(list, "c,s\n", StandardOpenOption.APPEND);
                assertThatThrownBy(() -> stream.rejected(row -> {}))
                        .isInstanceOf(ListException.class)
                        .hasMessage(list + ": found it written to while it was read (36 bytes at first, 40 bytes then),"
                                + " expected it to stay as it is\nMaybe wait until it is complete, or read a copy");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aWorkbookWithAPartThatWasChangedIsRefused() {
        return Stream.of(DynamicTest.dynamicTest("workbooks: a part whose checksum does not fit", () -> {
            Path list = changedWorkbook();
            assertThatThrownBy(() -> CustomerLists.read(List.of(Source.of(list))))
                    .isInstanceOf(ListException.class)
                    .hasMessageStartingWith(list + ": found a workbook that is broken (the checksum of ");
        }));
    }

    /** The sample workbook, its parts stored as they are, with one digit in its first sheet changed. */
    private Path changedWorkbook() throws IOException {
        Path workbook = folder.resolve("list.xlsx");
        try (ZipFile in = new ZipFile("samples/customers.xlsx");
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (ZipEntry part : Collections.list(in.entries())) {
                ZipEntry stored = new ZipEntry(part.getName());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(part.getSize());
                stored.setCrc(part.getCrc());
                out.putNextEntry(stored);
                in.getInputStream(part).transferTo(out);
            }
        }
        byte[] bytes = Files.readAllBytes(workbook);
        int cell = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<v>");
        bytes[cell + 3] ^= 1;
        return Files.write(workbook, bytes);
    }
}
