package org.migrationadvisor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTableStartTest {

    /** Each class loader initializes the classes anew, in an order of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"FactTable", "FactFields", "Customer", "Subscription", "FactField"})
    void theTableIsCompleteWhicheverClassIsUsedFirst(String first) throws Exception {
        URL classes = FactTable.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class.forName("org.migrationadvisor.facts." + first, true, loader);

            Class<?> table = Class.forName("org.migrationadvisor.facts.FactTable", true, loader);
            Object standard = table.getField("STANDARD").get(null);

            assertThat((Collection<?>) table.getMethod("fields").invoke(standard))
                    .hasSameSizeAs(FactTable.STANDARD.fields())
                    .isNotEmpty();
        }
    }
}
