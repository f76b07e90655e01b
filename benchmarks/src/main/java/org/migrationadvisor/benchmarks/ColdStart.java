package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times the whole process for one customer: bundled rules, rules that have just been edited, with and without the
 * launcher; beside it a hand-written program with the rules of this folder, and stock Drools with all of them.
 */
public final class ColdStart {

    private ColdStart() {}

    /** Arguments: rounds, folder for the list and the edited rules. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path list = folder.resolve("one.csv");
        Files.writeString(list, """
                customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date
                c1,accepted,s1,ea,SPE_E3,25,active,2026-12-21
                """);
        Path edited = copy(Path.of("../rules"), folder.resolve("edited-rules"));
        Path rule = edited.resolve("timing/expiry.drl");
        List<String> bundled = List.of("../target/advisor", "advise", list.toString());
        List<String> jar = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                "../target/advisor.jar",
                "advise",
                list.toString());
        List<String> withEdited = with(bundled, "--rules", edited.toString());
        WholeProcess.run(bundled);
        Path generated = folder.resolve("one-generated.csv");
        new ListGenerator(1).write(1, false, generated);
        List<String> handWritten = java(
                HandWritten.class,
                generated.toString(),
                folder.resolve("one-advice.csv").toString(),
                "rules",
                "1");
        List<String> stock = java(StockFirstAdvice.class, "../rules", list.toString());
        Map<String, Figures> seconds = new LinkedHashMap<>();
        Map<String, Figures> ratios = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            double ours = time("advisor, bundled rules", bundled, seconds);
            Files.writeString(rule, "// Edited.\n", StandardOpenOption.APPEND);
            time("advisor, rules edited just before", withEdited, seconds);
            time("advisor, edited rules again", withEdited, seconds);
            time("java -jar advisor.jar, bundled rules", jar, seconds);
            time("advisor --version", List.of("../target/advisor", "--version"), seconds);
            double written = time("hand-written Java, rules of this folder", handWritten, seconds);
            double drools = time("stock Drools, from DRL to advice", stock, seconds);
            ratios.computeIfAbsent("advisor / hand-written Java", key -> new Figures())
                    .add(ours / written);
            ratios.computeIfAbsent("stock Drools / advisor", key -> new Figures())
                    .add(drools / ours);
        }
        System.out.println("\nOne customer, whole process: seconds of " + rounds + " rounds");
        Figures.print(seconds, "%.3f");
        System.out.println("\nRatios, round by round");
        Figures.print(ratios, "%.2f");
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        return with(command, arguments);
    }

    private static double time(String name, List<String> command, Map<String, Figures> seconds)
            throws IOException, InterruptedException {
        double took = WholeProcess.run(command).seconds();
        seconds.computeIfAbsent(name, key -> new Figures()).add(took);
        return took;
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        return to;
    }
}
