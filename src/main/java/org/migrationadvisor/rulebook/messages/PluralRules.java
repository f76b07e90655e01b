package org.migrationadvisor.rulebook.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.migrationadvisor.text.LanguageTag;

/**
 * The plural category of whole numbers in a language, by the cardinal rules of Unicode CLDR. They stand in {@code
 * plurals.txt} beside this class, with their source and license. Immutable.
 */
final class PluralRules {
    private final List<Rule> rules;

    private PluralRules(List<String> lines) {
        this.rules = lines.stream().map(Rule::parse).toList();
    }

    /**
     * The rules of a language, or of the one that it is a variant of, such as Portuguese for {@code pt-BR}.
     *
     * @param language its BCP 47 tag, in any letter case
     * @return nothing if it is no such tag, or if the language has no rules
     */
    static Optional<PluralRules> of(String language) {
        return LanguageTag.nearest(language, Cldr.LINES).map(PluralRules::new);
    }

    /** The category of a number: zero, one, two, few, many or other. A number below 0 has that of its amount. */
    String category(int number) {
        long amount = Math.abs((long) number);
        for (Rule rule : rules) {
            if (rule.holds(amount)) {
                return rule.category();
            }
        }
        return "other";
    }

    /** The rules of all languages as they are written, read when the first is asked for. */
    private static final class Cldr {
        private static final Map<String, List<String>> LINES = read();

        private static Map<String, List<String>> read() {
            Map<String, List<String>> byLanguage = new HashMap<>();
            List<String> rules = new ArrayList<>();
            try (InputStream in = Objects.requireNonNull(PluralRules.class.getResourceAsStream("plurals.txt"))) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String line : text.split("\n", -1)) {
                    if (line.startsWith(" ")) {
                        rules.add(line.strip());
                    } else if (!line.isEmpty() && !line.startsWith("#")) {
                        rules = new ArrayList<>();
                        for (String language : line.split(" ", -1)) {
                            byLanguage.put(language, rules);
                        }
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return byLanguage;
        }
    }

    /**
     * A category and when it is the right one.
     *
     * @param alternatives one of them must hold, and each does if all its relations do
     */
    private record Rule(String category, List<List<Relation>> alternatives) {

        /** Reads a rule such as {@code few: v = 0 and i % 10 = 2..4 @integer 2~4, 22~24}. */
        static Rule parse(String line) {
            String category = line.substring(0, line.indexOf(':'));
            String condition = line.substring(category.length() + 1)
                    .replaceFirst("@.*", "")
                    .strip();
            List<List<Relation>> alternatives = new ArrayList<>();
            for (String alternative : condition.isEmpty() ? new String[0] : condition.split(" or ", -1)) {
                List<Relation> relations = Arrays.stream(alternative.split(" and ", -1))
                        .map(Relation::parse)
                        .toList();
                if (relations.stream().allMatch(relation -> relation.ofNumber() || relation.holds(0))) {
                    alternatives.add(
                            relations.stream().filter(Relation::ofNumber).toList());
                }
            }
            return new Rule(category, List.copyOf(alternatives));
        }

        boolean holds(long amount) {
            for (List<Relation> relations : alternatives) {
                if (holds(relations, amount)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean holds(List<Relation> relations, long amount) {
            for (int i = 0; i < relations.size(); i++) {
                if (!relations.get(i).holds(amount)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A part of a condition: whether the remainder of an operand is in some ranges.
     *
     * @param ofNumber whether the operand is the number itself; the others, which count decimals, are 0
     * @param divisor 0 if the operand itself counts
     * @param in whether it must be in one of the ranges, or in none
     * @param ranges first and last number of each in turn
     */
    private record Relation(boolean ofNumber, long divisor, boolean in, List<Long> ranges) {

        /** Reads a relation such as {@code i % 100 != 12..14,17}. */
        static Relation parse(String text) {
            String[] words = text.strip().split(" ", -1);
            List<Long> ranges = new ArrayList<>();
            for (String range : words[words.length - 1].split(",", -1)) {
                String[] ends = range.split("\\.\\.", -1);
                ranges.add(Long.valueOf(ends[0]));
                ranges.add(Long.valueOf(ends[ends.length - 1]));
            }
            return new Relation(
                    words[0].equals("n") || words[0].equals("i"),
                    words[1].equals("%") ? Long.parseLong(words[2]) : 0,
                    words[words.length - 2].equals("="),
                    List.copyOf(ranges));
        }

        boolean holds(long amount) {
            long value = divisor == 0 ? amount : amount % divisor;
            for (int i = 0; i < ranges.size(); i += 2) {
                if (ranges.get(i) <= value && value <= ranges.get(i + 1)) {
                    return in;
                }
            }
            return !in;
        }
    }
}
