package org.migrationadvisor.workbench.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationadvisor.rulebook.trace.ConditionTrace;

/** Values as people read them. */
final class Shown {

    private Shown() {}

    static String value(Optional<Object> value) {
        return value.map(Shown::value).orElse(ConditionTrace.UNKNOWN);
    }

    static String value(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** Such as {@code daysToEnd = 31, nearExpiryDays = 30}. */
    static String values(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
