package org.migrationadvisor.rulebook.semantics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/**
 * A pattern over a table, as far as it says which row is meant. Whatever reads a column of the row reads the row anew from
 * the facts that the key names: a row is never a fact of its own.
 *
 * @param slot stands for the row where a rule reports what it read
 * @param key what each column of the key must equal
 * @param day the day on which the row must hold; null if the table has no validity
 * @param depth how many tables have to be asked one after the other
 */
record LookupPattern(
        Table table, int slot, List<Asked> key, @Nullable Asked day, int depth, Span span) {

    /** A column with what it must equal, or the column of the first day with the day. */
    record Asked(Syntax.Field column, Syntax.Expression value) {}

    /** Stands for the row where the key is known and the table has no row for it. */
    static final Object NO_ROW = new Object();

    /** Reads the row: null where the key is not known, {@link #NO_ROW} where there is none; null if something is wrong. */
    @Nullable
    Typed found(ExpressionContext context) {
        return context.withoutReads(() -> {
            List<Typed> values = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                Typed value = value(context, table.key().get(i).property(), key.get(i));
                if (value != null) {
                    values.add(value);
                }
            }
            Typed on =
                    day == null ? null : value(context, table.validity().get(0).property(), day);
            if (values.size() < key.size() || (day != null && on == null)) {
                return null;
            }
            Evaluator[] terms = values.stream().map(Typed::known).toArray(Evaluator[]::new);
            Evaluator term = on == null ? (own, others) -> null : on.known();
            boolean dated = on != null;
            String text = values.stream().map(Typed::text).collect(Collectors.joining(", ", table.name() + "[", ""))
                    + (on == null ? "]" : " on " + on.text() + "]");
            Evaluator row = (own, others) -> {
                LocalDate date = (LocalDate) term.of(own, others);
                return dated && date == null ? null : row(terms, date, own, others);
            };
            return new Typed(ValueType.FACT, List.of(), table.type(), true, row, null, text, span);
        });
    }

    private @Nullable Object row(
            Evaluator[] terms, @Nullable LocalDate date, @Nullable Object own, @Nullable Object[] others) {
        List<Object> wanted = new ArrayList<>(terms.length);
        for (Evaluator term : terms) {
            Object value = term.of(own, others);
            if (value == null) {
                return null;
            }
            wanted.add(Values.comparable(value));
        }
        TableRow row = table.row(wanted, date);
        return row == null ? NO_ROW : row;
    }

    /** Reads the row as a fact: null where there is none; null if something is wrong. */
    @Nullable
    Typed row(ExpressionContext context) {
        Typed found = found(context);
        if (found == null) {
            return null;
        }
        Evaluator term = found.term();
        Evaluator row = (own, others) -> term.of(own, others) instanceof TableRow known ? known : null;
        return new Typed(ValueType.FACT, List.of(), table.type(), true, row, null, found.text(), span);
    }

    /** What a column is compared with. */
    static @Nullable Typed value(ExpressionContext context, Property column, Asked asked) {
        Typed wanted = new Typed(
                column.type(),
                column.choices(),
                null,
                true,
                (own, others) -> null,
                null,
                "row." + column.name(),
                asked.column().span());
        Typed value = new ExpressionChecker(context).check(asked.value(), wanted);
        return value == null ? null : new TypeFit(context).fit(wanted, value);
    }
}
