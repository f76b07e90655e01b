package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;

/** Makes witnesses of inputs. */
final class Witnesses {
    private final DecisionSpace space;
    private final BitSet read;

    /** @param read the axes that rules read; a case needs no other facts */
    Witnesses(DecisionSpace space, BitSet read) {
        this.space = space;
        this.read = read;
    }

    Witness of(int[] input, Advice advice) {
        @Nullable Object[] values = space.values(input);
        int count = advice.customer().subscriptions().size();
        Map<String, String> differences = new LinkedHashMap<>();
        Map<String, String> customer = new LinkedHashMap<>();
        List<Map<String, String>> subscriptions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subscriptions.add(new LinkedHashMap<>());
        }
        for (int i = 0; i < values.length; i++) {
            Axis axis = space.axes().get(i);
            Map<String, String> texts = axis.fact().texts(values[i]);
            if (input[i] != 0) {
                differences.put(axis.name(), shown(axis, values[i], texts, advice.asOf()));
            }
            if (!read.get(space.index(axis.fact(), false))) {
                continue;
            }
            if (axis.fact().ofCustomer()) {
                customer.putAll(texts);
            } else if (axis.fact().ofSubscription() && !axis.second() && count > 0) {
                subscriptions.get(0).putAll(texts);
            } else if (axis.fact().ofSubscription() && axis.second()) {
                subscriptions.stream().skip(1).forEach(each -> each.putAll(texts));
            }
        }
        return new Witness(advice.asOf(), differences, customer, subscriptions, advice.recommendations());
    }

    /** The value for a person: of an offer what is known of it, and with a day how far it is away. */
    private static String shown(Axis axis, @Nullable Object value, Map<String, String> texts, LocalDate asOf) {
        List<String> known =
                texts.values().stream().filter(text -> !text.equals("unknown")).toList();
        String text = known.isEmpty() ? "unknown" : String.join(" ", known);
        if (axis.fact() == RawFact.AS_OF || !(value instanceof LocalDate date)) {
            return text;
        }
        long days = ChronoUnit.DAYS.between(asOf, date);
        String away = days == 0 ? "the day itself" : Math.abs(days) + (days > 0 ? " days ahead" : " days ago");
        return text + " (" + away + ")";
    }
}
