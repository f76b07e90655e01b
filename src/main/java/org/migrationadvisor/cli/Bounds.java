package org.migrationadvisor.cli;

/** Values of options that must lie within bounds. */
final class Bounds {

    private Bounds() {}

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
