package org.migrationadvisor.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.input.CustomerLists;

class OnceReadableTest {

    /** Zeros without end. */
    private static final InputStream ENDLESS = new InputStream() {
        @Override
        public int read() {
            return 0;
        }
    };

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_is_no_list_is_refused_even_if_it_never_ends() {
        Source endless = Source.of(Source.STANDARD_INPUT, ENDLESS);

        assertThatExceptionOfType(ListException.class)
                .isThrownBy(() -> CustomerLists.read(List.of(endless)))
                .withMessage(
                        "<stdin>: found a binary file, expected a list of customers as CSV, JSON, JSON Lines or .xlsx");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_list_that_has_to_be_read_twice_may_come_through_a_pipe(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("list.csv");
        Assumptions.assumeTrue(makePipe(pipe), "no pipes with names here");
        Thread writer = new Thread(() -> write(pipe));
        writer.start();

        CustomerList list = CustomerLists.read(List.of(Source.of(pipe)));

        writer.join();
        assertThat(list.rejected()).isEmpty();
        assertThat(list.customers())
                .flatExtracting(Customer::subscriptions)
                .extracting(Subscription::endDate)
                .asString()
                .isEqualTo("[2026-01-02, 2026-01-20]");
    }

    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path pipe) {
        try {
            Files.writeString(pipe, "customer_id,subscription_id,end_date\nc-1,s-1,02/01/2026\nc-1,s-2,20/01/2026\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
