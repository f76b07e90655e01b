package org.migrationadvisor.workbench.diff;

import java.util.Objects;

/**
 * Why a recommendation is not the same.
 *
 * @param ruleId the rule that recommends it now, or did before
 * @param file the rule's file now, or before where the rule is gone, relative to the rules folder
 * @param line the line of its name, counted from 1
 * @param why what about it is different, such as {@code edited rule} or {@code policy nearExpiryDays}
 */
public record Cause(String ruleId, String file, int line, String why) {
    public Cause {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(why, "why");
    }

    /** {@code RULE-ID file:line}. */
    public String place() {
        return ruleId + " " + file + ":" + line;
    }
}
