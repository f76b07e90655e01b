package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long milliseconds = 40;

    private Progress progress(Progress.Mode mode, int width) {
        PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Progress(err, mode, width, () -> TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private String written() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void withoutATerminalThereIsALineEveryFewSeconds() {
        Progress progress = progress(Progress.Mode.LINES, 100);

        progress.reading(0, 0, 0);
        milliseconds += 4_900;
        progress.reading(400_000, 0, 0.4);
        assertThat(written()).isEmpty();
        milliseconds += 100;
        progress.reading(500_000, 1, 0.5);
        milliseconds += 4_000;
        progress.reading(900_000, 1, 0.9);
        progress.advising(0, 0, 1, 0);
        milliseconds += 4_000;
        progress.advising(80_000, 0, 1_200, 0.25);
        milliseconds += 200_000;
        progress.advising(90_000, 0, 1_200, 0.26);

        assertThat(written()).isEqualTo("""
                        Reading: 50 %  500,000 rows, 1 rejected row, 5 s left
                        Advising: 25 %  80,000 customers (20,000/s), 1,200 rejected rows, 12 s left
                        Advising: 26 %  90,000 customers (441/s), 1,200 rejected rows, 10 min left
                        """);
    }

    @Test
    void inATerminalABarIsDrawnAnewAndTakenAway() {
        Progress progress = progress(Progress.Mode.BAR, 100);

        progress.reading(0, 0, 0);
        milliseconds += 1_500;
        progress.reading(1, 0, 0.5);
        assertThat(written()).isEqualTo("\rReading [==========          ]  50 %  1 row, 2 s left");
        milliseconds += 200;
        progress.reading(2, 0, 1);
        assertThat(written()).isEqualTo("\rReading [====================] 100 %  2 rows         ");
        progress.clear();
        assertThat(written()).isEqualTo("\r" + " ".repeat(44) + "\r");
        progress.clear();
        assertThat(written()).isEmpty();
    }

    @Test
    void aBarFitsIntoItsTerminal() {
        Progress progress = progress(Progress.Mode.BAR, 20);

        milliseconds += 1_500;
        progress.reading(1, 0, 0.5);

        assertThat(written()).isEqualTo("\rReading [==========");
    }

    @Test
    void whatAnEarlierRunHasDoneDoesNotCountForTheSpeed() {
        Progress progress = progress(Progress.Mode.BAR, 100);

        progress.advising(1_000, 1_000, 0, 0.1);
        milliseconds += 2_000;
        progress.advising(1_500, 1_000, 0, 0.2);

        assertThat(written()).contains("1,500 customers (250/s)");
    }

    @Test
    void aShortRunAndAQuietOneSayNothing() {
        Progress shortRun = progress(Progress.Mode.BAR, 100);
        milliseconds += 900;
        shortRun.reading(10, 0, 0.5);
        Progress quiet = progress(Progress.Mode.NONE, 100);
        milliseconds += 60_000;
        quiet.reading(10, 0, 0.5);
        quiet.advising(10, 0, 0, 0.5);
        quiet.clear();

        assertThat(written()).isEmpty();
    }
}
