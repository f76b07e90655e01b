package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** How many days the steps of an expression take that follow the calendar, seen from the as-of day. */
final class CalendarDays {
    private static final String LAST_OF_MONTH = "lastOfMonth";
    private static final int MOST_MONTHS = 1_200;

    private final LocalDate asOf;

    CalendarDays(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * The days at which a condition can change.
     *
     * @param wholes the numbers in the condition, any of which can be one of months
     */
    Set<Integer> days(Syntax.Expression expression, Set<Integer> wholes) {
        Set<Integer> days = new TreeSet<>();
        add(expression, wholes, days);
        return days;
    }

    /** The as-of days at which a condition can change besides: where it asks for the end of a month, such an end. */
    List<LocalDate> monthEnds(Syntax.Expression expression) {
        LocalDate last = asOf.with(TemporalAdjusters.lastDayOfMonth());
        return isOfMonthEnds(expression) ? List.of(last, last.plusDays(1)) : List.of();
    }

    private static boolean isOfMonthEnds(Syntax.Expression expression) {
        return (expression instanceof Syntax.Call call && call.name().text().equals(LAST_OF_MONTH))
                || Syntax.parts(expression).stream().anyMatch(CalendarDays::isOfMonthEnds);
    }

    private void add(Syntax.Expression expression, Set<Integer> wholes, Set<Integer> days) {
        if (expression instanceof Syntax.Call call && call.name().text().equals(LAST_OF_MONTH)) {
            days.add(until(asOf.with(TemporalAdjusters.lastDayOfMonth())));
            days.add(until(asOf.with(TemporalAdjusters.firstDayOfMonth())));
        }
        if (expression instanceof Syntax.Call call && call.name().text().equals("plusMonths")) {
            for (int months : wholes) {
                if (Math.abs((long) months) <= MOST_MONTHS) {
                    days.add(until(asOf.plusMonths(months)));
                    days.add(until(asOf.minusMonths(months)));
                }
            }
        }
        Syntax.parts(expression).forEach(part -> add(part, wholes, days));
    }

    private int until(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(asOf, day);
    }
}
