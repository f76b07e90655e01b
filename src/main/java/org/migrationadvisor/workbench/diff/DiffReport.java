package org.migrationadvisor.workbench.diff;

import java.io.IOException;

/** Writes a comparison customer by customer; what it holds in memory does not grow with the list. */
interface DiffReport {

    /** Takes a customer for whom something is different. */
    void write(CustomerDiff diff) throws IOException;

    /** Ends the report with its counts; the stream stays open. */
    void end(DiffTally tally) throws IOException;
}
