package org.migrationadvisor.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.migrationadvisor.text.Counted;

/**
 * Tells how far a long run has come: in a terminal by a bar that is drawn anew in place, else by a line every few
 * seconds. A short run has none.
 */
final class Progress {
    private static final long FIRST_BAR = TimeUnit.SECONDS.toNanos(1);
    private static final long NEXT_BAR = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LINE = TimeUnit.SECONDS.toNanos(5);
    private static final int BAR = 20;

    /** How it is told. */
    enum Mode {
        NONE,
        LINES,
        BAR
    }

    private final PrintStream err;
    private final Mode mode;
    private final int width;
    private final LongSupplier clock;
    private String phase = "";
    private long start;
    private long first;
    private long next;
    private int drawn;

    /** @param clock tells nanoseconds, as {@link System#nanoTime()} */
    Progress(PrintStream err, Mode mode, int width, LongSupplier clock) {
        this.err = err;
        this.mode = mode;
        this.width = width;
        this.clock = clock;
        this.next = clock.getAsLong() + (mode == Mode.BAR ? FIRST_BAR : LINE);
    }

    /** @param share how much of the lists has been read, from 0 to 1 */
    void reading(long rows, long rejected, double share) {
        tell("Reading", 0, share, rows, () -> Counted.of(rows, "row") + rejected(rejected));
    }

    /**
     * Tells how far the advising has come.
     *
     * @param customers the customers done, those of an earlier run included
     * @param before the customers of an earlier run
     * @param share how much of the list they are, from 0 to 1
     */
    void advising(long customers, long before, long rejected, double share) {
        tell("Advising", before, share, customers, () -> {
            long nanos = clock.getAsLong() - start;
            String rate = nanos < FIRST_BAR
                    ? ""
                    : " (" + Counted.number(Math.round((customers - before) * 1e9 / nanos)) + "/s)";
            return Counted.of(customers, "customer") + rate + rejected(rejected);
        });
    }

    @FunctionalInterface
    private interface Text {
        String text();
    }

    private void tell(String name, long before, double share, long count, Text text) {
        if (mode == Mode.NONE) {
            return;
        }
        long now = clock.getAsLong();
        if (!phase.equals(name)) {
            phase = name;
            start = now;
            first = before;
        }
        if (now < next) {
            return;
        }
        next = now + (mode == Mode.BAR ? NEXT_BAR : LINE);
        String line = String.format(Locale.ROOT, "%3.0f %%  ", Math.floor(share * 100))
                + text.text()
                + left(now, share, count);
        if (mode == Mode.LINES) {
            err.println(name + ": " + line.strip());
        } else {
            draw(name + " " + bar(share) + " " + line);
        }
    }

    private String left(long now, double share, long count) {
        if (share <= 0 || share >= 1 || count == first || now - start < FIRST_BAR) {
            return "";
        }
        long seconds = Math.round((now - start) / 1e9 * (1 - share) / share);
        return seconds < 100 ? ", " + seconds + " s left" : ", " + Math.round(seconds / 60.0) + " min left";
    }

    private static String rejected(long rows) {
        return rows == 0 ? "" : ", " + Counted.of(rows, "rejected row");
    }

    private static String bar(double share) {
        int full = (int) (share * BAR);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
    }

    private void draw(String text) {
        String shown = text.substring(0, Math.min(text.length(), width - 1));
        err.print("\r" + shown + " ".repeat(Math.max(0, drawn - shown.length())));
        err.flush();
        drawn = shown.length();
    }

    /** Takes the bar away, so that something else can be written. */
    void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }
}
