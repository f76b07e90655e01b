package org.migrationadvisor.workbench.cases;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/** The rules of one folder, loaded once for each policy that cases ask for. Not thread-safe. */
public final class RulebookByPolicy {
    private final RulesFolder folder;
    private final Map<Map<String, Object>, Rulebook> rulebooks = new HashMap<>();
    private @Nullable Rulebook base;

    public RulebookByPolicy(RulesFolder folder) {
        this.folder = folder;
    }

    /**
     * The rules with other values in the policy.
     *
     * @param policy the values by name; empty for those of the folder
     * @throws IllegalArgumentException if a value is not of its type
     * @throws RulebookException if the rules do not load with them
     */
    Rulebook get(Map<String, Object> policy) {
        if (base == null) {
            base = Rulebook.load(folder);
        }
        Map<String, Object> own = base.policy();
        Map<String, Object> changed = new HashMap<>(policy);
        changed.entrySet()
                .removeIf(value -> String.valueOf(value.getValue()).equals(String.valueOf(own.get(value.getKey()))));
        if (changed.isEmpty()) {
            return base;
        }
        return rulebooks.computeIfAbsent(changed, base::withPolicy);
    }

    RulesFolder folder() {
        return folder;
    }
}
