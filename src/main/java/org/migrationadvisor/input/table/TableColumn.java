package org.migrationadvisor.input.table;

import java.util.List;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.input.row.Translation;

/**
 * Where a field of a table comes from.
 *
 * @param names the column; if there are several they are joined by a colon, and none may be empty
 */
record TableColumn(FactField field, List<String> names, Translation translation) {

    static TableColumn column(FactField field, String name) {
        return column(field, name, Translation.AS_IS);
    }

    static TableColumn column(FactField field, String name, Translation translation) {
        return new TableColumn(field, List.of(name), translation);
    }

    /** A new-commerce id of two columns. */
    static TableColumn joined(FactField field, String... names) {
        return new TableColumn(field, List.of(names), Translation.AS_IS);
    }
}
