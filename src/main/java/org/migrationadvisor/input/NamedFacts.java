package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.FieldMap;
import org.migrationadvisor.input.merge.CustomerAssembler;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.DateOrders;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RawRow;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.RowParser;
import org.migrationadvisor.input.row.RowProblem;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.Texts;
import org.migrationadvisor.text.Suggestion;

/** Facts that come by their names in JSON lists from somewhere else than a list, such as from the cases of rules. */
public final class NamedFacts {
    private static final String CUSTOMER = "customer";

    private NamedFacts() {}

    /**
     * A fact as written.
     *
     * @param text the value; {@code unknown} or blank for a fact that is not known
     * @param line its line, counted from 1
     */
    public record Text(String text, int line) {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A customer with subscriptions. Ids may be left out: the customer is then {@code customer}, and the subscriptions
     * are {@code s1}, {@code s2} and so on.
     *
     * @param file the file to name in problems
     * @param fields the fields that facts can have
     * @param problems takes what is wrong, here also a value outside an enumeration
     * @return the customer; empty if anything is wrong
     */
    public static Optional<Customer> customer(
            String file,
            Map<String, Text> customer,
            List<Map<String, Text>> subscriptions,
            FactTable fields,
            List<RowProblem> problems) {
        RowKind kind = RowKind.plain(fields.spelledAsKeys(), null);
        List<RowProblem> found = new ArrayList<>();
        Warnings warnings = new Warnings();
        RowParser parser = new RowParser(warnings, DateOrders.none(), fields);
        List<CustomerRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<FactField, Cell> own = cells(file, customer, true, fields, found);
        own.putIfAbsent(FactFields.CUSTOMER_ID, new Cell(CUSTOMER, FactFields.CUSTOMER_ID.key(), 1));
        parser.parse(row(file, own, kind, false), found).ifPresent(rows::add);
        for (int i = 0; i < subscriptions.size(); i++) {
            Map<FactField, Cell> cells = cells(file, subscriptions.get(i), false, fields, found);
            cells.putIfAbsent(FactFields.SUBSCRIPTION_ID, new Cell("s" + (i + 1), FactFields.SUBSCRIPTION_ID.key(), 1));
            RawRow row = row(file, RawRow.merged(own, cells), kind, true);
            parser.parse(row, found).ifPresent(parsed -> {
                rows.add(parsed);
                if (parsed.subscription() != null
                        && !ids.add(parsed.subscription().id())) {
                    found.add(row.problem(FactFields.SUBSCRIPTION_ID, "found the same id again, expected each once"));
                }
            });
        }
        warnings.toList().forEach(warning -> found.add(warning.problem()));
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(CustomerAssembler.customer(rows, fields)) : Optional.empty();
    }

    private static RawRow row(String file, Map<FactField, Cell> cells, RowKind kind, boolean subscription) {
        return new RawRow(new Place(file, 1), cells, kind, subscription, List.of(), null, () -> "");
    }

    private static Map<FactField, Cell> cells(
            String file, Map<String, Text> named, boolean ofCustomer, FactTable fields, List<RowProblem> problems) {
        Map<FactField, Cell> cells = new FieldMap<>();
        named.forEach((name, value) -> {
            FactField field = fields.ofKey(name);
            if (field == null || field.ofCustomer() != ofCustomer) {
                List<String> keys = fields.keys(ofCustomer);
                String mend = Texts.nearest(name, keys)
                        .map(key -> "; " + Suggestion.didYouMean(key))
                        .orElse("");
                problems.add(new RowProblem(
                        file,
                        value.line(),
                        name,
                        "found an unknown name, expected one of " + String.join(", ", keys) + mend));
            } else if (RawRow.isKnown(value.text().strip())) {
                cells.put(field, new Cell(value.text().strip(), name, value.line()));
            }
        });
        return cells;
    }
}
