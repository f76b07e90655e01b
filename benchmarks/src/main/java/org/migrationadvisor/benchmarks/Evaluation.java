package org.migrationadvisor.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link EvaluationBenchmark} in rounds, each benchmark once a round in a JVM of its own, so that a machine that
 * grows slower or faster does so for all of them; prints customers per second and ratios. The counts of all programs are
 * compared before anything is timed.
 */
public final class Evaluation {
    private static final String BASE = "stockNewSession";

    private Evaluation() {}

    /** Arguments: rounds, seconds a benchmark is timed for, rules folder (empty: bundled). */
    public static void main(String[] arguments) throws IOException, RunnerException {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        String rules = arguments[2];
        List<String> names = rules.isEmpty()
                ? List.of(BASE, "stockPooled", "rulesAlone", "rules", "advice")
                : List.of(BASE, "stockPooled", "rulesAlone", "rules", "advice", "handWritten");
        EvaluationBenchmark.requireSameCounts(rules);
        Map<String, Figures> speeds = new LinkedHashMap<>();
        Map<String, Figures> ratios = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> found = new LinkedHashMap<>();
            for (String name : names) {
                found.put(name, run(name, 1, seconds, rules));
            }
            found.put("rules, two threads", run("rules", 2, seconds, rules));
            found.forEach((name, speed) ->
                    speeds.computeIfAbsent(name, key -> new Figures()).add(speed));
            found.forEach((name, speed) -> ratios.computeIfAbsent(name + " / " + BASE, key -> new Figures())
                    .add(speed / found.get(BASE)));
            ratios.computeIfAbsent("two threads / one", key -> new Figures())
                    .add(found.get("rules, two threads") / found.get("rules"));
        }
        System.out.println(
                "\nCustomers per second (" + (rules.isEmpty() ? "bundled rules" : rules) + ", " + rounds + " rounds)");
        Figures.print(speeds, "%,.0f");
        System.out.println("\nRatios, round by round");
        Figures.print(ratios, "%.2f");
    }

    private static double run(String name, int threads, int seconds, String rules) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(EvaluationBenchmark.class.getName() + "\\." + name + "$")
                .param("rules", rules)
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(seconds))
                .jvmArgsAppend("-Xmx2g", "-XX:+UseParallelGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run()) {
            return result.getPrimaryResult().getScore();
        }
        throw new IllegalStateException("no benchmark " + name);
    }
}
