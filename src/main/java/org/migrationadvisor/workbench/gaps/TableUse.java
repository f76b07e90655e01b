package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Lookup;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.TextKind;

/** Which facts and which values of tables a condition depends on that reads rows. */
final class TableUse {
    private static final int MOST_VALUES = 300;
    private static final Set<TextKind> OF_OFFERS = Set.of(TextKind.OFFER_ID, TextKind.OFFER_NAME, TextKind.PART_NUMBER);

    private final RuleDefinition rule;

    TableUse(RuleDefinition rule) {
        this.rule = rule;
    }

    private Optional<Lookup> lookup(FieldRead read) {
        return rule.lookups().stream()
                .filter(lookup -> lookup.slot() == read.slot())
                .findFirst();
    }

    /** The fields without columns of rows; for each of these the fields that say which row it is. */
    List<FieldRead> ofFacts(List<FieldRead> reads) {
        List<FieldRead> fields = new ArrayList<>();
        for (FieldRead read : reads) {
            Optional<Lookup> lookup = lookup(read);
            if (lookup.isPresent()) {
                lookup.get()
                        .key()
                        .forEach(asked -> fields.addAll(ofFacts(asked.reading().fields())));
            } else if (!isColumn(read)) {
                fields.add(read);
            }
        }
        return fields;
    }

    /** Whether it is a column of the row in whose own conditions it stands. */
    private boolean isColumn(FieldRead read) {
        Property first = read.path().get(0);
        return read.slot() == FieldRead.OWN
                && rule.lookups().stream()
                        .flatMap(lookup -> lookup.table().columns().stream())
                        .anyMatch(column -> column.property().equals(first));
    }

    /** The values at which anything that the rule says can change because of rows. */
    Collection<Object> values() {
        Set<Object> values = new LinkedHashSet<>();
        rule.lookups().forEach(lookup -> {
            values.addAll(values(lookup.presence()));
            lookup.table().columns().forEach(column -> add(lookup.table(), column, values));
        });
        return values;
    }

    /** The values at which the answer of a condition can change because other rows are meant then, or other cells read. */
    Collection<Object> values(Constraint constraint) {
        Set<Object> values = new LinkedHashSet<>();
        for (Lookup lookup : rule.lookups()) {
            boolean present = lookup.presence().equals(constraint);
            boolean own = lookup.constraints().contains(constraint);
            boolean read = constraint.reading().fields().stream().anyMatch(field -> field.slot() == lookup.slot());
            if (present || own || read) {
                lookup.table().key().stream()
                        .filter(column -> !OF_OFFERS.contains(column.property().texts()))
                        .forEach(column -> add(lookup.table(), column, values));
                days(lookup.table(), values);
                lookup.table().columns().stream()
                        .filter(column -> constraint.reading().fields().stream()
                                .anyMatch(field -> field.path().get(0).equals(column.property())))
                        .forEach(column -> add(lookup.table(), column, values));
            }
        }
        return values;
    }

    private static void add(Table table, Table.Column column, Set<Object> values) {
        table.rows().stream()
                .map(row -> row.cell(column.place()))
                .flatMap(cell -> Optional.ofNullable(cell).stream())
                .distinct()
                .limit(MOST_VALUES)
                .forEach(values::add);
    }

    /** The first days of rows, and the days after their last. */
    private static void days(Table table, Set<Object> values) {
        for (TableRow row : table.rows()) {
            if (values.size() < MOST_VALUES) {
                if (!row.from().equals(LocalDate.MIN)) {
                    values.add(row.from());
                }
                if (!row.to().equals(LocalDate.MAX)) {
                    values.add(row.to().plusDays(1));
                }
            }
        }
    }
}
