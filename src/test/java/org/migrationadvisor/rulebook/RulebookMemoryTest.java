package org.migrationadvisor.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.rulebook.folder.RulesFolder;

class RulebookMemoryTest {
    private static final Path BOOK = Path.of("src/test/resources/org/migrationadvisor/watched");

    @Test
    void noRulebookIsHeldByTheEngineOnceItIsOutOfUse() throws Exception {
        Rulebook first = Rulebook.load(RulesFolder.read(BOOK));
        List<WeakReference<Rulebook>> old = new ArrayList<>();
        for (int days = 0; days < 200; days++) {
            Rulebook rulebook = first.withPolicy(Map.of("nearExpiryDays", days));
            assertThat(rulebook.evaluate(List.of())).isEmpty();
            old.add(new WeakReference<>(rulebook));
        }

        long held = old.size();
        for (int i = 0; i < 50 && held > 1; i++) {
            System.gc();
            Thread.sleep(20);
            held = old.stream().filter(each -> each.get() != null).count();
        }

        assertThat(held).isLessThanOrEqualTo(1);
    }
}
