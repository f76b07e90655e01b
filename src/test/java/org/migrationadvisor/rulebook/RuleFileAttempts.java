package org.migrationadvisor.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * Rules folders made to use up the memory or the time. Run as a program of its own, so that the heap can be small: it
 * prints, for each attempt on a line, what came of it.
 */
final class RuleFileAttempts {
    static final Path BOOK = Path.of("src/test/resources/org/migrationadvisor/workbench/check/book");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int LARGEST = 4 << 20;
    private static final int SUBSCRIPTIONS = 2_000;
    private static final int LONGEST_LINE = 200;
    private static final String MANY = "many/many.drl";
    private static final String EN = "messages/en.yaml";
    private static final String GUID = "05e9a617-0261-4cee-bb44-%012x";
    private static final String HEADER = "sku_id,part_number,name,other_names,legacy_offer_ids,new_commerce_ids\n";

    /** Makes a folder out of a good one. */
    interface Folder {
        RulesFolder of(RulesFolder good);
    }

    private final Map<String, Folder> loaded = new LinkedHashMap<>();
    private final Map<String, Folder> used = new LinkedHashMap<>();

    private RuleFileAttempts() {
        words();
        nesting();
        names();
        yaml();
        tables();
        texts();
        joins();
    }

    public static void main(String[] none) throws IOException {
        RulesFolder good = RulesFolder.read(BOOK);
        RuleFileAttempts attempts = new RuleFileAttempts();
        attempts.loaded.forEach((name, folder) -> report(name, () -> {
            MigrationAdvisor.load(folder.of(good));
            return "loads";
        }));
        attempts.used.forEach((name, folder) -> report(name, () -> {
            MigrationAdvisor.load(folder.of(good)).advise(customer(SUBSCRIPTIONS), AS_OF);
            return "advises";
        }));
        report("the bundled rules for a customer with 80,000 subscriptions", () -> {
            MigrationAdvisor.bundled().advise(customer(80_000), AS_OF);
            return "advises";
        });
    }

    /** Does something and says how it ends. */
    private interface Work {
        String done();
    }

    private static void report(String name, Work work) {
        String result;
        try {
            result = work.done();
        } catch (RuntimeException | Error refused) {
            String kind = refused instanceof RulebookException
                    ? ""
                    : refused.getClass().getSimpleName() + ": ";
            result = kind
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            // the limit follows the heap, which collectors count differently
            result = result.replaceAll("[0-9,]+ (times|MB)", "N $1");
        }
        System.out.println(name + "\t" + result.substring(0, Math.min(result.length(), LONGEST_LINE)));
    }

    private static Customer customer(int subscriptions) {
        List<Subscription> all = new ArrayList<>();
        for (int i = 0; i < subscriptions; i++) {
            all.add(Subscription.builder("s" + i).program(Program.EA).seats(i).build());
        }
        return Customer.builder("c").subscriptions(all).build();
    }

    private static String each(int count, String separator, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(separator));
    }

    private static String filled(String item) {
        return item.repeat(LARGEST / item.length());
    }

    private static String rule(int number, String conditions) {
        return "rule \"" + "AB" + (char) ('A' + number / 900) + "-" + String.format("%03d", number % 900 + 1) + " Rule "
                + number + "\" @source( \"Test (2026)\" ) when " + conditions
                + " then recommend( LET_EXPIRE, $s ); end\n";
    }

    private static String rules(int count, IntFunction<String> conditions) {
        return "package many;\n" + each(count, "", i -> rule(i, conditions.apply(i)));
    }

    private void file(String attempt, String name, String text) {
        loaded.put(attempt, good -> good.with(name, text));
    }

    private void words() {
        file("800,000 times the word rule", MANY, filled("rule "));
        file("490,000 times the word rule", MANY, "rule ".repeat(490_000));
        file("the word rule on 800,000 lines", MANY, "rule\n".repeat(490_000));
        file("texts that do not end, on two million lines", MANY, filled("\"\n"));
        file("characters that mean nothing", MANY, filled("\u00A7\u00B6"));
        file("a hidden character on each of two million lines", MANY, filled("\u0007\n"));
        file("annotations without quotes", MANY, "rule \"A\" " + filled("@a(b)\n"));
        file("comments on two million lines", MANY, filled("//\n"));
        file("100,000 rules", MANY, "package many;\n" + each(100_000, "", i -> "rule \"R" + i + "\" when then end\n"));
        file("5,000 small rules", MANY, rules(5_000, i -> "$s : Subscription( seats == " + i + " )"));
        file("a rule with 100,000 conditions", MANY, rules(1, i -> "$s : Subscription() ".repeat(100_000)));
        file(
                "100,000 facts in one not",
                MANY,
                rules(1, i -> "$s : Subscription() not( " + each(100_000, " and ", j -> "Subscription()") + " )"));
        file(
                "100,000 conditions on one fact",
                MANY,
                rules(1, i -> "$s : Subscription( " + each(100_000, ", ", j -> "seats > 1") + " )"));
        file(
                "100,000 conditions in accumulate",
                MANY,
                rules(
                        1,
                        i -> "$s : Subscription() accumulate( Subscription( " + each(100_000, ", ", j -> "seats > 1")
                                + " ); $n : count() )"));
        file(
                "100,000 values in a list",
                MANY,
                rules(1, i -> "$s : Subscription( seats in ( " + each(100_000, ", ", Integer::toString) + " ) )"));
        file(
                "100,000 variables, each unknown",
                MANY,
                rules(
                        1,
                        i -> "$s : Subscription( " + each(60_000, ", ", j -> "$a" + j + " : seats, seats > $b" + j)
                                + " )"));
        file(
                "2,000 rules with 100 unknown fields each",
                MANY,
                rules(1_990, i -> "$s : Subscription( " + each(90, ", ", j -> "a" + j) + " )"));
        file(
                "2,000 rules of twelve facts each",
                MANY,
                rules(
                        1_990,
                        i -> "$s : Subscription( seats == " + i + " ) "
                                + each(11, " ", j -> "Subscription( customer == $s.customer, seats > " + i + " )")));
        file(
                "2,000 rules of 50 conditions each",
                MANY,
                rules(1_990, i -> "$s : Subscription( " + each(50, ", ", j -> "seats != " + (i * 100 + j)) + " )"));
    }

    private void nesting() {
        file("parentheses, a million deep", MANY, rules(1, i -> "$s : Subscription( " + "(".repeat(1_000_000)));
        file("not, a million times", MANY, rules(1, i -> "not( ".repeat(400_000)));
        file(
                "exclamation marks, 400,000",
                MANY,
                rules(1, i -> "$s : Subscription( " + "!".repeat(400_000) + "moving )"));
        file("lists in YAML, a million deep", "policy.yaml", "a: " + "[".repeat(1_000_000));
        file("mappings in YAML, a million deep", "policy.yaml", "{a: ".repeat(1_000_000));
        file("blocks in YAML, two thousand deep", "policy.yaml", each(2_000, "\n", i -> " ".repeat(i) + "a:"));
        file("dashes in YAML, a million deep", "policy.yaml", "- ".repeat(1_000_000));
        file(
                "options in a text, 100,000 deep",
                EN,
                "messages:\n  LET_EXPIRE: \"" + "{a, select, other {".repeat(100_000) + "\"\n");
    }

    private void names() {
        String megabyte = "x".repeat(1 << 20);
        file(
                "a rule named with a megabyte",
                MANY,
                "package many;\n"
                        + rule(1, "$s : Subscription()")
                                .replace("Rule", megabyte)
                                .replace("-", "_"));
        file("a field named with a megabyte", MANY, rules(1, i -> "$s : Subscription( " + megabyte + " )"));
        file("a fact named with a megabyte", MANY, rules(1, i -> "$s : " + megabyte + "()"));
        file("a variable named with a megabyte", MANY, rules(1, i -> "$s : Subscription( seats > $" + megabyte + " )"));
        file(
                "a code named with two megabytes",
                "recommendations.yaml",
                "? " + filled("A_").substring(0, 1 << 21) + "A\n: {}\n");
        file("a policy value named with a megabyte", "policy.yaml", "? " + megabyte + "-\n: 1\n");
        file(
                "two names of 100,000 letters that are nearly alike",
                MANY,
                rules(
                        1,
                        i -> "$s : Subscription( $" + "a".repeat(100_000) + " : seats, seats > $" + "a".repeat(99_999)
                                + "b )"));
        file("a number of a million digits", "policy.yaml", "a: 1." + "7".repeat(1_000_000) + "\n");
        file(
                "a whole number of a million digits",
                MANY,
                rules(1, i -> "$s : Subscription( seats > " + "7".repeat(1_000_000) + " )"));
    }

    private void yaml() {
        file("a policy of half a million values", "policy.yaml", each(400_000, "\n", i -> "a" + i + ": 1"));
        file(
                "a list of two million values",
                "policy.yaml",
                "a: [" + filled("b,").substring(0, 4_000_000) + "]");
        file("one name 500,000 times", "policy.yaml", "a: 1\n".repeat(500_000));
        file(
                "names that are not known, 40,000 of them",
                EN,
                "messages:\n" + each(40_000, "", i -> "  LET_EXPIR" + i + ": x\n"));
        file("half a million words", EN, "words:\n" + each(300_000, "", i -> "  p." + i + ": x\n"));
        file(
                "references that multiply",
                "policy.yaml",
                "a0: &a0 [x, x]\n"
                        + each(
                                40,
                                "\n",
                                i -> "a" + (i + 1) + ": &a" + (i + 1) + " [" + each(9, ", ", j -> "*a" + i) + "]"));
        file("a list that holds itself", "policy.yaml", "a: &a [*a]\n");
        file("300,000 anchors", "policy.yaml", each(300_000, "\n", i -> "a" + i + ": &b" + i + " 1"));
        file(
                "a text of four megabytes in quotes",
                "policy.yaml",
                "a: \"" + filled("b").substring(10) + "\"");
        file("a text that does not end", "policy.yaml", "a: '" + filled("b").substring(10));
        file("a comment of four megabytes", "policy.yaml", "#" + filled("b").substring(10));
        file("a tag of four megabytes", "policy.yaml", "!" + filled("b").substring(10));
        file(
                "20,000 contradictions",
                "contradictions.yaml",
                "exclusive:\n" + each(20_000, "", i -> "- { name: x, codes: [LET_EXPIR] }\n"));
        file("100,000 codes", "recommendations.yaml", each(100_000, "", i -> "A" + i + ": {}\n"));
        file(
                "two thousand and one codes",
                "recommendations.yaml",
                each(2_001, "", i -> "A" + i + ": { severity: info, actor: partner, order: 1 }\n"));
        loaded.put("101 languages", good -> {
            RulesFolder folder = good;
            for (int i = 0; i < 101; i++) {
                folder = folder.with("messages/x" + i + ".yaml", "words: {}\n");
            }
            return folder;
        });
        loaded.put("eight files of nothing but problems", good -> {
            RulesFolder folder = good;
            for (int i = 0; i < 8; i++) {
                folder = folder.with("f" + i + ".drl", "rule \"a\n".repeat(100_000));
            }
            return folder;
        });
    }

    private void tables() {
        file("a table of four megabytes of commas", "offers.csv", HEADER + filled(","));
        file("a million rows of one cell", "offers.csv", HEADER + filled("a\n"));
        file("300,000 rows of empty cells", "offers.csv", HEADER + filled(",,,,,\n"));
        file(
                "60,000 good rows",
                "offers.csv",
                "sku_id,part_number,name\n" + each(60_000, "\n", i -> String.format(GUID, i) + ",P" + i + ",N" + i));
        file(
                "two million names in one cell",
                "offers.csv",
                HEADER + String.format(GUID, 1) + ",P,N," + filled("a|") + ",,\n");
        file(
                "300,000 names in cells of 30,000 characters",
                "offers.csv",
                HEADER
                        + each(
                                80,
                                "\n",
                                i -> String.format(GUID, i) + ",P" + i + ",N" + i + ","
                                        + each(4_000, "|", j -> Integer.toString(i * 4_000 + j)) + ",,"));
        file(
                "ids that are none, two hundred thousand",
                "offers.csv",
                HEADER
                        + each(
                                100,
                                "\n",
                                i -> String.format(GUID, i) + ",P" + i + ",N" + i + ",,"
                                        + each(4_000, "|", j -> Integer.toString(j)) + ","));
        file(
                "cells of nothing but blanks",
                "offers.csv",
                HEADER
                        + each(
                                100,
                                "\n",
                                i -> String.format(GUID, i) + ",P" + i + ",N" + i + ",a" + " ".repeat(32_000) + "b,,"));
        file("a cell of four megabytes", "offers.csv", HEADER + String.format(GUID, 1) + ",P," + filled("a") + ",,,\n");
        file("a quote that does not end", "offers.csv", HEADER + "\"" + filled("a\n"));
        file("rows that only carriage returns part", "offers.csv", HEADER + "a\r".repeat(100_000));
        file("20,000 columns", "offers.csv", each(20_000, ",", i -> "c" + i) + "\n");
    }

    private void texts() {
        file(
                "a text of 400,000 options",
                EN,
                "messages:\n  LET_EXPIRE: \"{daysToEnd, plural, " + each(400_000, " ", i -> "=" + i + "{a}")
                        + " other {b}}\"\n");
        file("a text of a million places", EN, "messages:\n  LET_EXPIRE: \"" + "{a}".repeat(1_000_000) + "\"\n");
        loaded.put("a long text for 1,900 rules in nine languages", good -> {
            String text = "messages:\n  LET_EXPIRE: \"" + "{daysToEnd}".repeat(190) + "\"\n";
            RulesFolder folder = good.with(MANY, rules(1_900, i -> "$s : Subscription( seats == " + i + " )"));
            for (String language : List.of("en", "fr", "it", "nl", "sv", "da", "pt", "es", "de")) {
                folder = folder.with("messages/" + language + ".yaml", text);
            }
            return folder;
        });
    }

    private void joins() {
        used.put(
                "every subscription with every other",
                good -> good.with(
                        MANY, rules(1, i -> "$s : Subscription() " + "Subscription() Subscription() Subscription()")));
        used.put(
                "every subscription with every other, by accumulate",
                good -> good.with(
                        MANY,
                        rules(
                                1,
                                i ->
                                        "$s : Subscription() Subscription( $q : seats ) accumulate( Subscription( seats > $q ); $n : count() )")));
        used.put(
                "1,900 rules that each hold for all",
                good -> good.with(
                        MANY, rules(1_900, i -> "$s : Subscription( seats != 3" + String.format("%04d", i) + " )")));
        used.put(
                "1,900 rules that each look at all",
                good -> good.with(
                        MANY,
                        rules(
                                1_900,
                                i -> "$s : Subscription( seats < 0 ) Subscription( seats != 3"
                                        + String.format("%04d", i) + " )")));
    }
}
