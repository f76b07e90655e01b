package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source before anything is understood: a subscription with its customer, or a customer without any.
 *
 * @param place where the row starts
 * @param cells what the row knows; a field that is missing, empty or {@code unknown} is not in it
 * @param columns how this source spells the fields, for messages about what is missing
 * @param subscription whether the row is meant to carry a subscription
 * @param problems what the reader already found wrong
 * @param original the row as its source wrote it; to be asked only while the row is being handed over
 * @param header see {@link RejectedRow#header()}
 */
record RawRow(
        Place place,
        Map<Field, Cell> cells,
        Map<Field, String> columns,
        boolean subscription,
        List<Problem> problems,
        Supplier<String> original,
        @Nullable String header) {

    /** Whether a text says something: blank and {@code unknown} do not. */
    static boolean isKnown(String text) {
        return !text.isEmpty() && !text.equalsIgnoreCase("unknown");
    }

    RejectedRow rejected(List<Problem> reasons) {
        return new RejectedRow(reasons, original.get(), header);
    }

    Problem problem(Field field, String reason) {
        Cell cell = cells.get(field);
        return cell == null
                ? new Problem(place.file(), place.line(), columns.getOrDefault(field, field.column()), reason)
                : new Problem(place.file(), cell.line(), cell.column(), reason);
    }

    static Map<Field, Cell> merged(Map<Field, Cell> first, Map<Field, Cell> second) {
        Map<Field, Cell> both = new EnumMap<>(first);
        both.putAll(second);
        return both;
    }

    static List<Problem> merged(List<Problem> first, List<Problem> second) {
        List<Problem> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
