package org.migrationadvisor.rulebook.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccumulationTest {
    private static final List<String> ALL = List.of("count", "sum", "min", "max", "average");

    @Test
    void numbersAreExact() {
        List<Object> values = List.of(new BigDecimal("0.1"), new BigDecimal("0.2"), 3);

        assertThat(Accumulation.of("sum", values)).contains(new BigDecimal("3.3"));
        assertThat(Accumulation.of("average", values)).contains(new BigDecimal("1.1"));
        assertThat(Accumulation.of("min", values)).contains(new BigDecimal("0.1"));
        assertThat(Accumulation.of("max", values)).contains(3);
        assertThat(Accumulation.of("count", values)).contains(3);
    }

    @Test
    void whatIsUnknownIsLeftOutButCounted() {
        List<Integer> values = Arrays.asList(2, null, 4);

        assertThat(ALL)
                .extracting(function -> Accumulation.of(function, values).orElse("nothing"))
                .containsExactly(3, 6, 2, 4, 3);
    }

    @Test
    void nothingHasNoSmallestLargestOrAverage() {
        assertThat(ALL)
                .extracting(function -> Accumulation.of(function, List.of()).orElse("nothing"))
                .containsExactly(0, 0, "nothing", "nothing", "nothing");
    }
}
