package org.migrationadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.facts.Customer;

class LimitReachedExceptionTest {
    private final OutOfMemoryError exhausted = new OutOfMemoryError("Java heap space");

    @Test
    void whatWasTooLargeIsNamedWithTheHeapAndWhatHelps() {
        assertThatThrownBy(() -> LimitReachedException.guard(() -> "customer c1 with 1,000,000 subscriptions", () -> {
                    throw exhausted;
                }))
                .isInstanceOf(LimitReachedException.class)
                .hasCause(exhausted)
                .message()
                .matches("customer c1 with 1,000,000 subscriptions: found the memory of [0-9,]+ MB exhausted, expected"
                        + " more of it, or less to hold at once\nMaybe java -Xmx4g -jar advisor\\.jar \\.\\.\\., or the"
                        + " variable JAVA_TOOL_OPTIONS=-Xmx4g");
    }

    @Test
    void memoryThatACallersStreamExhaustsIsTheCallersOwn() {
        MigrationAdvisor advisor = MigrationAdvisor.bundled();
        Stream<Customer> customers = Stream.generate(() -> {
            throw exhausted;
        });

        assertThatThrownBy(() -> advisor.advise(customers, LocalDate.EPOCH).toList())
                .isSameAs(exhausted);
        assertThat(LimitReachedException.guard(() -> "nothing", () -> 1)).isEqualTo(1);
    }
}
