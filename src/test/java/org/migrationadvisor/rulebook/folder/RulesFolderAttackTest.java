package org.migrationadvisor.rulebook.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** What somebody can put into a rules folder that is no file of rules. None of it is opened. */
@Tag("attack")
@Timeout(60)
class RulesFolderAttackTest {
    private static final String SECRET = "rule \"hunter2\"\n";

    @TempDir
    private Path temporary;

    private Path rules = Path.of("");

    @BeforeEach
    void aFolderAndAFileBesideIt() throws IOException {
        rules = temporary.resolve("rules");
        Files.createDirectories(rules.resolve("timing"));
        Files.writeString(rules.resolve("policy.yaml"), "nearExpiryDays: 30\n");
        Files.writeString(temporary.resolve("secret.drl"), SECRET);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> RulesFolder.read(rules))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(rules.resolve(name), target);
    }

    @Test
    @DisplayName("rules folder: a pipe that nobody writes to")
    void pipe() throws Exception {
        Process mkfifo =
                new ProcessBuilder("mkfifo", rules.resolve("timing/expiry.drl").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0);

        assertRefused("timing/expiry.drl: found a pipe, a device or a socket, expected a regular file");
    }

    @Test
    @DisplayName("rules folder: a link to a device without an end")
    void device() throws IOException {
        link("timing/expiry.drl", Path.of("/dev/zero"));

        assertRefused("timing/expiry.drl: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a socket")
    void socket() throws IOException {
        Path name = rules.resolve("s.yaml");
        assumeTrue(name.toString().length() < 100);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(name));

            assertRefused("s.yaml: found a pipe, a device or a socket, expected a regular file");
        }
    }

    @Test
    @DisplayName("rules folder: a link to a file outside, whose lines would stand in the message")
    void linkToAFileOutside() throws IOException {
        link("timing/expiry.drl", temporary.resolve("secret.drl"));

        assertRefused("timing/expiry.drl: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a link out under a name that is not read")
    void linkUnderAnotherName() throws IOException {
        link("notes.txt", Path.of("../secret.drl"));

        assertRefused("notes.txt: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a link to a folder outside")
    void linkToAFolderOutside() throws IOException {
        link("shared", temporary);

        assertRefused("shared: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a link to a link that leads out")
    void linkToALink() throws IOException {
        link(".hidden", temporary.resolve("secret.drl"));
        link("timing/expiry.drl", Path.of("../.hidden"));

        assertRefused("timing/expiry.drl: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a link to a folder outside whose name starts alike")
    void linkToANeighbour() throws IOException {
        Files.createDirectory(temporary.resolve("rules-of-others"));
        link("shared", temporary.resolve("rules-of-others"));

        assertRefused("shared: found a link that leads out of the rules folder, expected the file itself");
    }

    @Test
    @DisplayName("rules folder: a link to the folder that it lies in")
    void linkToItsOwnFolder() throws IOException {
        link("timing/again", rules);

        assertRefused("timing/again: found a link to a folder that it lies in, expected a file or folder of the rules");
    }

    @Test
    @DisplayName("rules folder: a link to itself")
    void linkToItself() throws IOException {
        link("expiry.drl", Path.of("expiry.drl"));

        assertThatThrownBy(() -> RulesFolder.read(rules))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("expiry\\.drl: found that it cannot be read \\(.*\\), expected a file or folder of"
                        + " the rules");
    }

    @Test
    @DisplayName("rules folder: folders that links multiply")
    void linksThatMultiply() throws IOException {
        for (int i = 0; i < 15; i++) {
            Files.createDirectory(rules.resolve("f" + i));
        }
        for (int i = 0; i < 14; i++) {
            for (String copy : new String[] {"a", "b", "c", "d"}) {
                link("f" + i + "/" + copy, Path.of("../f" + (i + 1)));
            }
        }

        assertRefused("found more than 20000 files and folders, expected a folder of rules");
    }

    @Test
    @DisplayName("rules folder: folders a hundred deep in each other")
    void deepFolders() throws IOException {
        Files.createDirectories(rules.resolve("deep/" + "d/".repeat(100)));

        assertRefused("found folders more than 16 deep in each other in deep, expected a folder of rules");
    }

    @Test
    @DisplayName("rules folder: a file of a terabyte, all of it a hole")
    void hugeFile() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(rules.resolve("huge.drl").toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertRefused("huge.drl: found 1099511627776 bytes, expected a rules file of at most 4194304");
    }

    @Test
    @DisplayName("rules folder: more than 8 MiB in many files")
    void manyLargeFiles() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(rules.resolve("f" + i + ".drl").toFile(), "rw")) {
                file.setLength(4 << 20);
            }
        }

        assertRefused("f2.drl: found more than 8388608 bytes in the files up to this one, expected at most so many in a"
                + " folder of rules");
    }

    @Test
    @DisplayName("rules folder: more than 5,000 files")
    void manyFiles() throws IOException {
        for (int i = 0; i < 5_001; i++) {
            Files.createFile(rules.resolve("f" + i + ".drl"));
        }

        assertRefused("found more than 5000 files, expected a folder of rules");
    }

    @Test
    @DisplayName("rules folder: a file name that moves the cursor and starts a line")
    void nameWithControlCharacters() throws IOException {
        Files.createSymbolicLink(rules.resolve("a\u001b[2J\nforged: error.drl"), temporary.resolve("secret.drl"));

        assertRefused(
                "a\\u001B[2J\\u000Aforged: error.drl: found a link that leads out of the rules folder, expected the file"
                        + " itself");
    }

    @Test
    void linksInsideAreReadAsKubernetesMountsThem() throws IOException {
        Path data = Files.createDirectories(rules.resolve("..2026_11_20/offers"));
        Files.writeString(data.resolve("offers.drl"), "package offers;\n");
        Files.writeString(data.resolveSibling("codes.yaml"), "A: {}\n");
        link("..data", Path.of("..2026_11_20"));
        link("codes.yaml", Path.of("..data/codes.yaml"));
        link("offers", Path.of("..data/offers"));

        RulesFolder folder = RulesFolder.read(Files.createSymbolicLink(temporary.resolve("current"), rules));

        assertThat(folder.filesEnding("").stream().map(SourceFile::name))
                .containsExactly("codes.yaml", "offers/offers.drl", "policy.yaml");
    }
}
