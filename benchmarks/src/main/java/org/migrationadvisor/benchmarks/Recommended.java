package org.migrationadvisor.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a rule found, as the yardsticks note it; also the words that rule files use behind {@code then}. */
public final class Recommended {
    private static final ThreadLocal<List<Recommended>> FOUND = ThreadLocal.withInitial(ArrayList::new);

    private final String code;
    private final Object fact;
    private LocalDate actFrom;
    private LocalDate actBy;

    Recommended(String code, Object fact, LocalDate actFrom, LocalDate actBy) {
        this.code = code;
        this.fact = fact;
        this.actFrom = actFrom;
        this.actBy = actBy;
    }

    /** As rule files write it; notes the recommendation for the thread. */
    public static Recommended recommend(String code, Object fact) {
        Recommended recommended = new Recommended(code, fact, null, null);
        FOUND.get().add(recommended);
        return recommended;
    }

    /** What this thread has found since it was last asked. */
    static List<Recommended> takeFound() {
        List<Recommended> found = FOUND.get();
        FOUND.set(new ArrayList<>(found.size()));
        return found;
    }

    public Recommended actFrom(LocalDate date) {
        actFrom = date;
        return this;
    }

    public Recommended actBy(LocalDate date) {
        actBy = date;
        return this;
    }

    /** Who acts; the yardsticks take it from the catalogue. */
    public Recommended actor(String who) {
        return this;
    }

    /** A value to be shown; the yardsticks show none. */
    public Recommended with(String name, Object value) {
        return this;
    }

    public static LocalDate latest(LocalDate a, LocalDate b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isAfter(b) ? a : b;
    }

    public static LocalDate earliest(LocalDate a, LocalDate b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isBefore(b) ? a : b;
    }

    public static LocalDate plusDays(LocalDate date, int days) {
        return date == null ? null : date.plusDays(days);
    }

    public static LocalDate minusDays(LocalDate date, int days) {
        return plusDays(date, -days);
    }

    String code() {
        return code;
    }

    Object fact() {
        return fact;
    }

    /** First day on which to act, never behind the last one. */
    LocalDate actFrom() {
        return actFrom != null && actBy != null && actFrom.isAfter(actBy) ? actBy : actFrom;
    }

    LocalDate actBy() {
        return actBy;
    }
}
