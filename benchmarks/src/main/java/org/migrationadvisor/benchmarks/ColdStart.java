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
 * launcher; beside them stock Drools and a hand-written program, each with the same list.
 */
public final class ColdStart {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private ColdStart() {}

    /** Arguments: rounds, folder for the list and the edited rules. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path list = folder.resolve("one.csv");
        new ListGenerator(1).write(3, false, list);
        Path edited = copy(Path.of("../rules"), folder.resolve("edited-rules"));
        Path rule = edited.resolve("timing/expiry.drl");
        List<String> advise = List.of("advise", list.toString(), "--as-of", ListGenerator.AS_OF.toString());
        List<String> bundled = with(List.of("../target/advisor"), advise);
        List<String> jar = with(List.of(JAVA, "-jar", "../target/advisor.jar"), advise);
        List<String> stock = java(StockDrools.class, list.toString());
        List<String> handWritten = java(
                HandWritten.class,
                list.toString(),
                folder.resolve("one-advice.csv").toString(),
                "rules",
                "1");
        List<String> withEdited = with(bundled, List.of("--rules", edited.toString()));
        WholeProcess.run(bundled);
        Map<String, Figures> seconds = new LinkedHashMap<>();
        Map<String, Figures> ratios = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> found = new LinkedHashMap<>();
            found.put("advisor, bundled rules", seconds(bundled));
            Files.writeString(rule, "// Edited.\n", StandardOpenOption.APPEND);
            found.put("advisor, rules edited just before", seconds(withEdited));
            found.put("advisor, edited rules again", seconds(withEdited));
            found.put("java -jar advisor.jar, bundled rules", seconds(jar));
            found.put("stock Drools, bundled rules", seconds(stock));
            found.put("hand-written program", seconds(handWritten));
            double ours = found.get("advisor, bundled rules");
            found.forEach((name, took) -> {
                seconds.computeIfAbsent(name, key -> new Figures()).add(took);
                ratios.computeIfAbsent(name + " / advisor", key -> new Figures())
                        .add(took / ours);
            });
        }
        System.out.println("\nOne customer, whole process: seconds of " + rounds + " rounds");
        Figures.print(seconds, "%.3f");
        System.out.println("\nRatios, round by round; advisor: bundled rules, with the launcher");
        Figures.print(ratios, "%.2f");
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        return WholeProcess.run(command).seconds();
    }

    private static List<String> java(Class<?> program, String... arguments) {
        return with(List.of(JAVA, "-cp", System.getProperty("java.class.path"), program.getName()), List.of(arguments));
    }

    private static List<String> with(List<String> command, List<String> more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(more);
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
