package org.migrationadvisor.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.input.Lists;

@Tag("attack")
class TemporaryFilesTest {
    private static final String PROPERTY = "java.io.tmpdir";

    @TempDir
    private Path folder;

    private String before = "";

    @BeforeEach
    void useAFolderOfItsOwn() {
        before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, folder.toString());
    }

    @AfterEach
    void useTheUsualFolder() {
        System.setProperty(PROPERTY, before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("temporary files: rows while they are open")
    void rowsWaitInAFileThatHasNoNameWhileItIsOpen() throws IOException {
        try (UnnamedFile file = UnnamedFile.of(out -> out.write(new byte[100_000]))) {
            assertThat(names()).isEmpty();
            assertThat(file.size()).isEqualTo(100_000);
            assertThat(file.bytes().readAllBytes()).hasSize(100_000);
            assertThat(file.bytes().readAllBytes()).hasSize(100_000);
        }
    }

    @Test
    @DisplayName("temporary files: a copy with a name")
    void aCopyWithANameIsThereForItsOwnerUntilItIsClosed() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        try (NamedCopy copy = NamedCopy.of(new ByteArrayInputStream(new byte[] {1, 2}))) {
            assertThat(names()).hasSize(2).allMatch(name -> name.matches("advisor-[0-9a-f-]{36}\\.(data|lock)"));
            assertThat(copy.path()).hasBinaryContent(new byte[] {1, 2});
            for (String name : names()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rw-------");
            }
            TemporaryFiles.removeOrphans();
            assertThat(copy.path()).exists();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("temporary files: what a killed run has left")
    void whatAKilledRunHasLeftIsRemovedAndNothingElse() throws IOException {
        for (String name : List.of(
                "advisor-1.data", "advisor-1.lock", "advisor-2.data", "advisor-3.lock", "advisor-4", "mine.data")) {
            Files.writeString(folder.resolve(name), "rows");
        }
        Path precious = Files.writeString(folder.resolve("precious"), "kept");
        Files.createSymbolicLink(folder.resolve("advisor-5.lock"), precious);
        Files.createDirectories(folder.resolve("advisor-6.data/full"));

        TemporaryFiles.removeOrphans();

        assertThat(names()).containsExactly("advisor-4", "advisor-6.data", "mine.data", "precious");
        assertThat(precious).hasContent("kept");
    }

    @Test
    @DisplayName("temporary files: the next run")
    void theNextRunRemovesThemWhateverItReads() throws IOException {
        Files.writeString(folder.resolve("advisor-1.data"), "rows");

        Lists.readText("customer_id,subscription_id\nc1,s1\n");

        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("temporary files: no room")
    void noRoomIsNamedAsSuchAndAListThatBreaksOffIsNot() {
        System.setProperty(PROPERTY, folder.resolve("missing").toString());
        assertThatThrownBy(() -> UnnamedFile.of(out -> {}))
                .isInstanceOf(ListException.class)
                .hasMessageMatching(
                        ".*/missing: found that temporary files cannot be kept there \\(.*\\), expected about"
                                + " 200 bytes of room for each row of the lists\nMaybe make room, or name another folder with"
                                + " JAVA_TOOL_OPTIONS=-Djava\\.io\\.tmpdir=DIR");

        System.setProperty(PROPERTY, folder.toString());
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("unplugged");
            }
        };
        assertThatThrownBy(() -> NamedCopy.of(broken)).hasMessage("unplugged");
        assertThatThrownBy(() -> UnnamedFile.copy(broken)).hasMessage("unplugged");
    }
}
