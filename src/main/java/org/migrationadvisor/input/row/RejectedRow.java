package org.migrationadvisor.input.row;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken, with every reason found.
 *
 * @param problems what is wrong with it, at least one; what makes it no row first, then by the order of the canonical fields
 * @param original the row as its source wrote it, without the line break at its end; of a JSON list the customer with
 *     only the subscription in question; cut off where it is too long to be read
 * @param header for CSV the line that heads such rows in a rejects file, which is the source's own header line behind
 *     {@link #REASON} and the delimiter; null for JSON
 */
public record RejectedRow(
        List<RowProblem> problems,
        String original,
        @Nullable String header) {

    /** The column that a rejects file puts in front; never read. */
    public static final String REASON = "reject_reason";

    /** @throws IllegalArgumentException if no problem is given */
    public RejectedRow {
        problems = List.copyOf(problems);
        Objects.requireNonNull(original, "original");
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems: found none, expected the reason of the rejection");
        }
    }

    /** The file of the row, as the caller named it. */
    public String file() {
        return problems.get(0).file();
    }

    /** The messages of all problems, in their order, joined by {@code "; "} on one line. */
    public String message() {
        return problems.stream().map(RowProblem::message).collect(Collectors.joining("; "));
    }
}
