package org.migrationadvisor.workbench.gaps;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Coded;

/**
 * Something that the rules do not get right.
 *
 * @param kind what it is
 * @param message what was found, in one line
 * @param file the file to look at first, relative to the rules folder
 * @param line its line, counted from 1
 * @param rules the rules that it is about, by id
 * @param codes the codes that it is about, those of a contradiction as they are declared
 * @param inputs for how many of the inputs tried it was found; 0 for a rule that never fires
 * @param witness the customer nearest to a plain one for whom it was found; null if there is none to show
 */
public record Gap(
        Kind kind,
        String message,
        String file,
        int line,
        List<String> rules,
        List<String> codes,
        long inputs,
        @Nullable Witness witness) {

    /** What a gap is. */
    public enum Kind implements Coded {
        /** None of the codes of which one is due. */
        NO_ADVICE("no-advice", "A customer gets none of the codes of which one is due."),
        /** Two codes that exclude each other. */
        CONTRADICTION("contradiction", "A customer gets two codes that exclude each other."),
        /** A rule that can never fire. */
        DEAD_RULE("dead-rule", "A rule can never fire."),
        /** A rule without which every subscription would be told the same codes. */
        REDUNDANT_RULE("redundant-rule", "Without the rule every subscription would get the same codes.");

        private final String code;
        private final String meaning;

        Kind(String code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        /** What it means, in one sentence. */
        public String meaning() {
            return meaning;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public Gap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(file, "file");
        rules = List.copyOf(rules);
        codes = List.copyOf(codes);
    }
}
