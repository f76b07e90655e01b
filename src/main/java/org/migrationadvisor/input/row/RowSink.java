package org.migrationadvisor.input.row;

import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;

/** Takes what a reader finds, row by row, in the order of the source. */
public interface RowSink {

    void row(RawRow row);

    /** A row that cannot be taken apart into cells. */
    void reject(RejectedRow row);

    /**
     * Something that is ignored.
     *
     * @param found what was found there; the same of one column is told once, with its count
     */
    void warn(Place place, String column, String found, String expected);

    /** A row that is none of a license-based subscription: it is warned of, and counted apart. */
    default void skip(Place place, String column, String found, String expected) {
        warn(place, column, found, expected);
    }

    /** An offer id or part number that the source says to be a licensing SKU. */
    default void bridge(Place place, String offerId, String skuId) {}

    /** What a table or JSON object was recognised as; may be told again and again. */
    default void recognised(ListFormat format, String what) {}

    /** What parts the cells of a table. */
    default void delimiter(char delimiter) {}

    /** The sheet of a workbook that is read. */
    default void sheet(String name) {}

    /**
     * Where a column or key goes; may be told again and again.
     *
     * @param field null if it is ignored
     */
    default void column(String name, @Nullable FactField field) {}
}
