package org.migrationadvisor.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process took.
 *
 * @param seconds from start to end
 * @param cpuSeconds used by all its threads; 0 where the system does not tell
 * @param peakMebibytes of memory; 0 where the system does not tell
 */
record WholeProcess(double seconds, double cpuSeconds, double peakMebibytes) {
    private static final double TICKS_PER_SECOND = 100;

    /** Runs a command; what it prints is thrown away. */
    static WholeProcess run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path state = Path.of("/proc/" + process.pid());
        double cpu = 0;
        double peak = 0;
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(5, TimeUnit.MILLISECONDS);
            cpu = Math.max(cpu, cpuSeconds(state));
            peak = Math.max(peak, peakMebibytes(state));
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit " + process.exitValue() + " of " + String.join(" ", command));
        }
        return new WholeProcess(seconds, cpu, peak);
    }

    private static double cpuSeconds(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException notToldOrGone) {
            return 0;
        }
    }

    private static double peakMebibytes(Path process) {
        try {
            return Files.readString(process.resolve("status"))
                            .lines()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException | RuntimeException notToldOrGone) {
            return 0;
        }
    }
}
