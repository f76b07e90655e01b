package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the advisor with 1 GiB of heap over a list with the rows of a customer together, and over one with all rows
 * shuffled, on one thread and on two. Prints time and peak memory; both thread counts must write the same bytes.
 */
public final class Memory {

    private Memory() {}

    /** Arguments: rows, folder for lists and results. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long rows = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        System.out.printf("%n%,d rows with 1 GiB of heap%n", rows);
        System.out.printf("%-40s %12s %12s %12s%n", "", "seconds", "cpu seconds", "peak MiB");
        for (String order : List.of("sorted", "shuffled")) {
            Path list = folder.resolve(rows + "-" + order + ".csv");
            if (!Files.exists(list)) {
                new ListGenerator(1).write(rows, order.equals("shuffled"), list);
            }
            Path one = run(list, order, "1", folder.resolve("memory-1.csv"));
            Path two = run(list, order, "2", folder.resolve("memory-2.csv"));
            long different = Files.mismatch(one, two);
            if (different >= 0) {
                throw new IllegalStateException(one + " and " + two + " differ from byte " + different + " on");
            }
        }
    }

    private static Path run(Path list, String order, String threads, Path output)
            throws IOException, InterruptedException {
        WholeProcess took = WholeProcess.run(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-jar",
                "../target/advisor.jar",
                "advise",
                list.toString(),
                "--as-of",
                ListGenerator.AS_OF.toString(),
                "--threads",
                threads,
                "--format",
                "csv",
                "--output",
                output.toString()));
        System.out.printf(
                "%-40s %12.1f %12.1f %,12.0f%n",
                order + ", threads: " + threads, took.seconds(), took.cpuSeconds(), took.peakMebibytes());
        return output;
    }
}
