package org.migrationadvisor.cli;

/** What the exit status says. */
final class ExitStatus {
    static final int DONE = 0;
    static final int FOUND = 1;
    static final int USAGE = 2;
    static final int RULES = 3;
    static final int REJECTED = 4;
    static final int DEFECT = 70;
    static final int LIMIT = 75;
    static final int STOPPED = 130;

    private ExitStatus() {}
}
