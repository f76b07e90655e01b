package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private final PrintStream standardOutput = new PrintStream(new ByteArrayOutputStream());

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("advice.csv");
    }

    private void write(Path file) throws IOException {
        OutputFile.write(file, standardOutput, "new");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFileHasThePermissionsThatAnyNewFileOfTheUserHas() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");

        write(target);

        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw----"));

        write(target);

        assertThat(target).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void theFileThatALinkLeadsToIsWrittenAndTheLinkStays() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Files.writeString(target, "old"));

        write(link);

        assertThat(link).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent("new");
        assertThat(names()).containsExactly("advice.csv", "link.csv");
    }

    @Test
    void aLinkToAFileThatIsNotThereYetMakesIt() throws IOException {
        Files.createSymbolicLink(target, Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("later.csv"));

        write(target);

        assertThat(target).isSymbolicLink();
        assertThat(folder.resolve("later.csv")).isRegularFile().hasContent("new");
        assertThat(names()).containsExactly("advice.csv", "later.csv", "second");
    }

    @Test
    void linksThatLeadInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(target, Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), target.getFileName());

        assertThatThrownBy(() -> write(target))
                .isInstanceOf(UsageException.class)
                .hasMessage(target + ": found links that lead in a circle, expected a file to write to");
    }

    @Test
    void aDeviceIsWrittenAtOnceAndStaysOne() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));

        write(device);

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void whatIsNotCompletedLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Files.writeString(target, "old");

        try (OutputFile file = OutputFile.open(target, standardOutput)) {
            file.stream().write('x');
        }

        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("advice.csv");
    }

    @Test
    void aFolderIsNoFileToWriteTo() {
        assertThatThrownBy(() -> write(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder + ": found a folder, expected a file to write to");
    }

    @Test
    void aRunEndsWhereNobodyReadsStandardOutputAnyMore() throws IOException {
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        OutputFile file = OutputFile.open(null, closed);
        file.stream().write('x');

        assertThatThrownBy(() -> file.reached(256)).isInstanceOf(OutputFile.UnreadException.class);
    }
}
