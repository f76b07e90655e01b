package org.migrationadvisor.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * Files of a rules folder as large as they may be, of one character each. Run as a program of its own, so that the heap
 * can be small: it prints, for each file on a line, the characters that led to anything but a refusal or a load.
 */
final class OneCharacterAttempts {
    static final List<String> FILES = List.of("many/many.drl", "policy.yaml", "messages/en.yaml", "offers.csv");
    private static final int LARGEST = 4 << 20;

    /** Of two, three and four bytes, spaces, line ends, letters that combine, hidden, written from the right. */
    private static final String OTHERS =
            "\u0085\u00A0\u00A7\u00E9\u0301\u05D0\u2028\u200B\u202E\u20AC\u4E2D\uFEFF\uFFFD\uFFFF\uD83D\uDE80";

    private OneCharacterAttempts() {}

    public static void main(String[] none) throws IOException {
        RulesFolder good = RulesFolder.read(RuleFileAttempts.BOOK);
        for (String file : FILES) {
            String failed = IntStream.concat(IntStream.range(0, 128), OTHERS.codePoints())
                    .mapToObj(Character::toString)
                    .map(character -> failure(good, file, character))
                    .filter(failure -> !failure.isEmpty())
                    .collect(Collectors.joining("; "));
            System.out.println(file + "\t" + (failed.isEmpty() ? "refused or loaded" : failed));
        }
    }

    /** What came of a file that is neither a refusal nor a load; empty if nothing. */
    private static String failure(RulesFolder good, String file, String character) {
        int size = character.getBytes(StandardCharsets.UTF_8).length;
        try {
            MigrationAdvisor.load(good.with(file, character.repeat(LARGEST / size)));
            return "";
        } catch (RulebookException refused) {
            return "";
        } catch (RuntimeException | Error failed) {
            return String.format("U+%04X: %s", character.codePointAt(0), failed);
        }
    }
}
