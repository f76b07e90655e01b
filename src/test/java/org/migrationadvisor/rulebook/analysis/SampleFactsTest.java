package org.migrationadvisor.rulebook.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.Property;

/** What is proved by trying values only holds if a fact made of a value has that value. */
class SampleFactsTest {

    @TestFactory
    Stream<DynamicTest> aFactHasEachValueThatItIsMadeOf() {
        return Fields.madeOf()
                .map(field -> dynamicTest(field, () -> {
                    Property property = Fields.property(field);
                    List<@Nullable Object> candidates =
                            new Candidates(new Constants(), true, FactTable.STANDARD).of(field, SampleFacts.AS_OF);
                    assertThat(candidates).hasSizeGreaterThan(1);
                    for (Object value : candidates) {
                        Map<String, @Nullable Object> values = new HashMap<>();
                        values.put(field, value);
                        SampleFacts world = SampleFacts.of(values, FactTable.STANDARD);
                        Object fact = field.startsWith("Customer.") ? world.customer() : world.subscription();
                        if (value != null || !field.endsWith(".id")) {
                            assertThat(property.reader().apply(fact)).isEqualTo(value);
                        }
                    }
                }));
    }
}
