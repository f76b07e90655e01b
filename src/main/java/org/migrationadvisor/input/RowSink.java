package org.migrationadvisor.input;

/** Takes what a reader finds, row by row, in the order of the source. */
interface RowSink {

    void row(RawRow row);

    /** A row that cannot be taken apart into cells. */
    void reject(RejectedRow row);

    /**
     * Something that is ignored.
     *
     * @param found what was found there; the same of one column is told once, with its count
     */
    void warn(Place place, String column, String found, String expected);
}
