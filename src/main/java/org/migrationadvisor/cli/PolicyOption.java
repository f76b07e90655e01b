package org.migrationadvisor.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.text.SafeText;
import picocli.CommandLine.Option;

/** Values of the policy for one run. */
final class PolicyOption {

    @Option(
            names = "--policy",
            paramLabel = "NAME=VALUE",
            description = "A value to use instead of the one in policy.yaml, for this run. May be given several times.")
    private List<String> values = List.of();

    /** The rules with the values, if any are given. */
    Rulebook addTo(Rulebook rulebook) {
        return set(rulebook, "--policy", values);
    }

    /**
     * The rules with the values that were given with an option, if any were.
     *
     * @throws UsageException if the policy has no such value, or none of this type
     */
    static Rulebook set(Rulebook rulebook, String option, List<String> values) {
        if (values.isEmpty()) {
            return rulebook;
        }
        Map<String, String> byName = new HashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new UsageException(option + ": found " + SafeText.quoted(value)
                        + ", expected NAME=VALUE such as nearExpiryDays=45");
            }
            String name = value.substring(0, equals).strip();
            if (byName.put(name, value.substring(equals + 1).strip()) != null) {
                throw new UsageException(
                        option + ": found " + SafeText.quoted(name) + " more than once, expected one value for it");
            }
        }
        try {
            return rulebook.withPolicy(byName);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()).replaceFirst("^policy", option));
        }
    }
}
