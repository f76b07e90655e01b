package org.migrationadvisor.input.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FieldMap;

/**
 * One row of a source before anything is understood: a subscription with its customer, or a customer without any.
 *
 * @param place where the row starts
 * @param cells what the row knows; a field that is missing, empty or {@code unknown} is not in it
 * @param kind what it has in common with its neighbours
 * @param subscription whether the row is meant to carry a subscription
 * @param problems what the reader already found wrong
 * @param latest for one of many rows of a subscription, the date that tells which is the latest; null if none does
 * @param original the row as its source wrote it; to be asked only while the row is being handed over
 */
public record RawRow(
        Place place,
        Map<FactField, Cell> cells,
        RowKind kind,
        boolean subscription,
        List<RowProblem> problems,
        @Nullable Cell latest,
        Supplier<String> original) {

    /** Whether a text says something: blank and {@code unknown} do not. */
    public static boolean isKnown(String text) {
        return !text.isEmpty() && !text.equalsIgnoreCase("unknown");
    }

    public RejectedRow rejected(List<RowProblem> reasons) {
        return new RejectedRow(reasons, original.get(), kind.header());
    }

    public RowProblem problem(FactField field, String reason) {
        Cell cell = cells.get(field);
        return cell == null
                ? new RowProblem(place.file(), place.line(), kind.spelled(field), reason)
                : new RowProblem(place.file(), cell.line(), cell.column(), reason);
    }

    public static Map<FactField, Cell> merged(Map<FactField, Cell> first, Map<FactField, Cell> second) {
        Map<FactField, Cell> both = new FieldMap<>(first);
        both.putAll(second);
        return both;
    }

    public static List<RowProblem> merged(List<RowProblem> first, List<RowProblem> second) {
        List<RowProblem> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
