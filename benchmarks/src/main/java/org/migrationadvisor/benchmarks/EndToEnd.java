package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times whole runs, from a list in a file to a file of advice: the advisor, {@link HandWritten} and {@link DuckDb} in
 * turn, on one thread and on two. Compares what they write.
 */
public final class EndToEnd {
    private final Path folder;
    private final Path list;
    private final Map<String, Figures> seconds = new LinkedHashMap<>();
    private final Map<String, Figures> cpu = new LinkedHashMap<>();
    private final Map<String, Figures> memory = new LinkedHashMap<>();
    private final Map<String, Figures> ratios = new LinkedHashMap<>();

    private EndToEnd(Path folder, Path list) {
        this.folder = folder;
        this.list = list;
    }

    /** Arguments: rounds, rows, {@code sorted} or {@code shuffled}, folder for lists and results. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        long rows = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[3]);
        Path list = folder.resolve(rows + "-" + arguments[2] + ".csv");
        if (!Files.exists(list)) {
            new ListGenerator(1).write(rows, arguments[2].equals("shuffled"), list);
        }
        EndToEnd runs = new EndToEnd(folder, list);
        for (int round = 0; round < rounds; round++) {
            runs.round();
        }
        System.out.printf("%n%,d rows, %s: seconds of %d rounds%n", rows, arguments[2], rounds);
        Figures.print(runs.seconds, "%.2f");
        System.out.println("\nSeconds of all processors together");
        Figures.print(runs.cpu, "%.2f");
        System.out.println("\nPeak memory in MiB");
        Figures.print(runs.memory, "%,.0f");
        System.out.println("\nRatios of seconds, round by round");
        Figures.print(runs.ratios, "%.2f");
    }

    private void round() throws IOException, InterruptedException {
        Map<String, Double> round = new LinkedHashMap<>();
        Path first = null;
        for (int threads = 1; threads <= 2; threads++) {
            String on = threads == 1 ? ", 1 thread" : ", 2 threads";
            Path ours = folder.resolve("advisor-" + threads + ".csv");
            Path written = folder.resolve("hand-written-" + threads + ".csv");
            Path queried = folder.resolve("duckdb.csv");
            String count = Integer.toString(threads);
            run("advisor" + on, round, advisor(ours, count));
            run("hand-written" + on, round, java(HandWritten.class, written, count));
            run("DuckDB" + on, round, java(DuckDb.class, queried, count, "messages"));
            run("DuckDB, codes only" + on, round, java(DuckDb.class, folder.resolve("codes.csv"), count, "codes"));
            requireSame(ours, written);
            requireSame(ours, queried);
            if (first != null) {
                requireSame(ours, first);
            }
            first = ours;
            ratio("advisor / hand-written" + on, round, "advisor" + on, "hand-written" + on);
            ratio("advisor / DuckDB" + on, round, "advisor" + on, "DuckDB" + on);
            ratio("advisor / DuckDB, codes only" + on, round, "advisor" + on, "DuckDB, codes only" + on);
        }
        ratio("advisor, 1 thread / 2 threads", round, "advisor, 1 thread", "advisor, 2 threads");
    }

    private List<String> advisor(Path output, String threads) {
        return List.of(
                "../target/advisor",
                "advise",
                list.toString(),
                "--rules",
                "rules",
                "--as-of",
                ListGenerator.AS_OF.toString(),
                "--threads",
                threads,
                "--format",
                "csv",
                "--output",
                output.toString());
    }

    private List<String> java(Class<?> program, Path output, String... further) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                list.toString(),
                output.toString(),
                "rules"));
        command.addAll(List.of(further));
        return command;
    }

    private void run(String name, Map<String, Double> round, List<String> command)
            throws IOException, InterruptedException {
        WholeProcess took = WholeProcess.run(command);
        round.put(name, took.seconds());
        seconds.computeIfAbsent(name, key -> new Figures()).add(took.seconds());
        cpu.computeIfAbsent(name, key -> new Figures()).add(took.cpuSeconds());
        memory.computeIfAbsent(name, key -> new Figures()).add(took.peakMebibytes());
    }

    private void ratio(String name, Map<String, Double> round, String of, String to) {
        ratios.computeIfAbsent(name, key -> new Figures()).add(round.get(of) / round.get(to));
    }

    private static void requireSame(Path a, Path b) throws IOException {
        long different = Files.mismatch(a, b);
        if (different >= 0) {
            throw new IllegalStateException(a + " and " + b + " differ from byte " + different + " on");
        }
    }
}
