package org.migrationadvisor.rulebook.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;

/**
 * The values of a field that have to be tried: those that conditions compare with, the ones beside them on both sides,
 * others of their kind, and unknown.
 */
final class Candidates {
    private static final int FAR = 4_000;
    private static final BigDecimal STEP = new BigDecimal("0.01");

    private final Constants constants;
    private final boolean allChoices;
    private final FactTable table;

    /**
     * @param allChoices whether fields are compared with each other, so that no choice can stand for others
     * @param table the fields of the list
     */
    Candidates(Constants constants, boolean allChoices, FactTable table) {
        this.table = table;
        this.constants = constants;
        this.allChoices = allChoices;
    }

    /** Whether a date of the calendar is among the constants, so that the as-of date matters. */
    boolean hasDates() {
        return !constants.dates().isEmpty();
    }

    /** The days to try for the as-of date: that one or, if it is the first possible day, some day, and later ones. */
    List<LocalDate> asOfDates(LocalDate from) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        dates.add(from.equals(LocalDate.MIN) ? SampleFacts.AS_OF : from);
        for (LocalDate constant : constants.dates()) {
            addAround(dates, constant);
            dayCounts().forEach(days -> addAround(dates, constant.minusDays(days)));
            dates.add(constant.minusDays(FAR));
            dates.add(constant.plusDays(FAR));
        }
        return List.copyOf(dates.tailSet(from));
    }

    /** The values to try for a field as of a date; null among them stands for unknown. */
    List<@Nullable Object> of(String field, LocalDate asOf) {
        Fields.Values possible = Fields.values(field, table);
        List<@Nullable Object> values = new ArrayList<>(known(field, possible, asOf));
        if (possible.mayBeUnknown()) {
            values.add(null);
        }
        return values;
    }

    private Collection<?> known(String field, Fields.Values possible, LocalDate asOf) {
        return switch (possible.type()) {
            case CHOICE -> choices(field, possible.choices());
            case TEXT -> texts();
            case WHOLE -> wholes();
            case DECIMAL -> decimals();
            case DATE -> dates(asOf);
            case TRUTH, TEXTS, FACT -> throw new IllegalArgumentException("field: found " + field);
        };
    }

    private Collection<String> choices(String field, List<String> choices) {
        if (allChoices || Fields.isFollowed(field)) {
            return choices;
        }
        Set<String> tried = new LinkedHashSet<>();
        choices.stream()
                .filter(choice ->
                        choice.equals(Vocabulary.UNKNOWN) || constants.texts().contains(choice))
                .forEach(tried::add);
        choices.stream().filter(choice -> !tried.contains(choice)).findFirst().ifPresent(tried::add);
        return tried;
    }

    private Collection<String> texts() {
        return Stream.concat(constants.texts().stream(), Stream.of("\u0000one", "\u0000two"))
                .toList();
    }

    /** Whole numbers of 0 or more. */
    Collection<Integer> wholes() {
        TreeSet<Integer> wholes = new TreeSet<>(List.of(0, 1, 2));
        constants.decimals().stream().map(BigDecimal::intValue).forEach(constant -> Stream.of(-1, 0, 1, 2)
                .map(step -> (long) constant + step)
                .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
                .forEach(value -> wholes.add(value.intValue())));
        int last = wholes.last();
        for (int step = 1; step <= 2 && last <= Integer.MAX_VALUE - step; step++) {
            wholes.add(last + step);
        }
        return wholes;
    }

    /** Decimals of 0 or more. */
    Collection<BigDecimal> decimals() {
        TreeSet<BigDecimal> decimals = new TreeSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        constants.decimals().stream()
                .flatMap(constant -> Stream.of(constant.subtract(STEP), constant, constant.add(STEP)))
                .filter(value -> value.signum() >= 0)
                .forEach(decimals::add);
        decimals.add(decimals.last().add(BigDecimal.TEN));
        return decimals;
    }

    private Collection<LocalDate> dates(LocalDate asOf) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        dates.add(asOf.minusDays(FAR));
        dates.add(asOf.plusDays(FAR));
        Stream.concat(Stream.of(asOf), constants.dates().stream()).forEach(base -> {
            addAround(dates, base);
            dayCounts().forEach(days -> addAround(dates, base.plusDays(days)));
        });
        return dates;
    }

    /** All numbers as numbers of days, forwards and backwards. */
    private Stream<Integer> dayCounts() {
        return constants.wholes().stream()
                .filter(days -> Math.abs((long) days) < 1_000_000)
                .flatMap(days -> Stream.of(days, -days));
    }

    private static void addAround(Set<LocalDate> dates, LocalDate date) {
        dates.add(date.minusDays(1));
        dates.add(date);
        dates.add(date.plusDays(1));
    }

    static boolean isCompared(ValueType type) {
        return type == ValueType.TEXT || type == ValueType.CHOICE;
    }
}
