package org.migrationadvisor.cli;

import org.migrationadvisor.Coded;

/** Values of options out of a closed list. */
final class Choice {

    private Choice() {}

    /**
     * The constant that a caller named.
     *
     * @throws UsageException if there is none
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String option, String found) {
        return Coded.find(type, found)
                .orElseThrow(() ->
                        new UsageException(option + ": found '" + found + "', expected one of " + Coded.codes(type)));
    }

    /**
     * A share that must be reached.
     *
     * @throws UsageException unless it is 0 to 100
     */
    static double percent(String option, double found) {
        if (found >= 0 && found <= 100) {
            return found;
        }
        throw new UsageException(option + ": found " + found + ", expected a share from 0 to 100");
    }
}
