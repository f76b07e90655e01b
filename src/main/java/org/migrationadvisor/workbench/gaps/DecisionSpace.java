package org.migrationadvisor.workbench.gaps;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;

/**
 * All facts of the search with their values. An input is an array with the number of a value for each axis; all zeros is
 * the plain customer with one subscription. Immutable and thread-safe.
 */
final class DecisionSpace {
    static final String FIRST_ID = "s1";
    static final String SECOND_ID = "s2";

    private static final String CUSTOMER_ID = "customer";

    private final RawFacts facts;
    private final List<Axis> axes;
    private final Map<RawFact, Integer> first = new HashMap<>();
    private final Map<RawFact, Integer> second = new HashMap<>();
    private final int subscriptions;
    private final Placed[][] choices;
    private final @Nullable Object[] plainValues;

    DecisionSpace(Boundaries boundaries) {
        this.facts = boundaries.facts();
        List<Axis> all = new ArrayList<>();
        for (RawFact fact : boundaries.facts().all()) {
            all.add(new Axis(fact, false, boundaries.choices(fact)));
        }
        for (RawFact fact : boundaries.facts().all()) {
            if (fact.ofSubscription()) {
                all.add(new Axis(fact, true, ofSecond(boundaries.choices(fact))));
            }
        }
        this.axes = List.copyOf(all);
        for (int i = 0; i < axes.size(); i++) {
            (axes.get(i).second() ? second : first).put(axes.get(i).fact(), i);
        }
        this.subscriptions = index(RawFact.SUBSCRIPTIONS, false);
        this.choices = axes.stream().map(this::placed).toArray(Placed[][]::new);
        this.plainValues = plainValues();
    }

    private static List<Choice> ofSecond(List<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.equals(new Choice.Fixed(SECOND_ID)) ? new Choice.Fixed(FIRST_ID) : choice)
                .toList();
    }

    RawFacts facts() {
        return facts;
    }

    List<Axis> axes() {
        return axes;
    }

    /** The number of the axis for a fact, of the first or the second subscription. */
    int index(RawFact fact, boolean ofSecond) {
        return Objects.requireNonNull((ofSecond ? second : first).get(fact));
    }

    int[] plain() {
        return new int[axes.size()];
    }

    /** The plain input with a number of subscriptions that is among the values. */
    int[] plain(int count) {
        int[] input = plain();
        input[subscriptions] = axes.get(subscriptions).choices().indexOf(new Choice.Fixed(count));
        return input;
    }

    /** How many combinations some axes have. */
    BigInteger size(BitSet chosen) {
        BigInteger size = BigInteger.ONE;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            size = size.multiply(BigInteger.valueOf(axes.get(i).choices().size()));
        }
        return size;
    }

    /** How many of an input's facts are not those of the plain customer. */
    static int distance(int[] input) {
        int distance = 0;
        for (int choice : input) {
            distance += choice == 0 ? 0 : 1;
        }
        return distance;
    }

    /** A customer as of a day. */
    record Drawn(Customer customer, LocalDate asOf) {}

    /** The values of an input; null where unknown. */
    @Nullable
    Object[] values(int[] input) {
        @Nullable Object[] values = plainValues.clone();
        for (int i = 0; i < input.length; i++) {
            Placed choice = choices[i][input[i]];
            // most facts of an input are plain, and adding days is what takes the time
            boolean plain = input[i] == 0 && (choice.base() < 0 || values[choice.base()] == plainValues[choice.base()]);
            if (!plain) {
                values[i] = choice.in(values);
            }
        }
        return values;
    }

    private @Nullable Object[] plainValues() {
        @Nullable Object[] values = new @Nullable Object[choices.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = choices[i][0].in(values);
        }
        return values;
    }

    /** A choice with the number of the axis that it is relative to, which comes before its own; -1 if to none. */
    private record Placed(@Nullable Object value, int base, int offset) {

        @Nullable
        Object in(@Nullable Object[] values) {
            if (base < 0) {
                return value;
            }
            if (values[base] instanceof LocalDate date) {
                return date.plusDays(offset);
            }
            return values[base] instanceof Integer number ? (Object) (number + offset) : null;
        }
    }

    private Placed[] placed(Axis axis) {
        return axis.choices().stream().map(choice -> placed(axis, choice)).toArray(Placed[]::new);
    }

    private Placed placed(Axis axis, Choice choice) {
        if (choice instanceof Choice.Fixed fixed) {
            return new Placed(fixed.value(), -1, 0);
        }
        Choice.Relative relative = (Choice.Relative) choice;
        boolean ofSecond = axis.second() && relative.base().ofSubscription();
        return new Placed(null, index(relative.base(), ofSecond), relative.offset());
    }

    /**
     * Whether an input has the facts of another one that comes before it, because it gives facts to a subscription that
     * is not there, or because a relative value is one that the fact has anyway; or cannot be.
     */
    boolean repeats(int[] input) {
        return !Arrays.equals(input, first(input));
    }

    /** Whether there can be such a customer: a number that is relative to another can be below zero. */
    boolean isPossible(int[] input) {
        for (Object value : values(input)) {
            if (isImpossible(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isImpossible(@Nullable Object value) {
        return value instanceof Integer number && number < 0;
    }

    /** The first input with the same facts; what cannot be is plain in it. */
    int[] first(int[] input) {
        int[] same = input.clone();
        @Nullable Object[] values = values(same);
        int count = (Integer) Objects.requireNonNull(values[subscriptions]);
        for (int i = 0; i < same.length; i++) {
            Axis axis = axes.get(i);
            boolean absent = axis.fact().ofSubscription() && count < (axis.second() ? 2 : 1);
            if (absent || isImpossible(values[i])) {
                same[i] = 0;
                values = values(same);
            }
            for (int before = 0; before < same[i]; before++) {
                if (Objects.equals(values[i], choices[i][before].in(values))) {
                    same[i] = before;
                }
            }
        }
        return same;
    }

    /** The customer of an input, with ids of its own. */
    Drawn draw(int[] input) {
        @Nullable Object[] values = values(input);
        Customer.Builder customer = Customer.builder(CUSTOMER_ID, facts.table());
        for (int i = 0; i < values.length; i++) {
            if (axes.get(i).fact().ofCustomer()) {
                axes.get(i).fact().set(customer, values[i]);
            }
        }
        int count = (Integer) Objects.requireNonNull(values[subscriptions]);
        List<Subscription> subscriptionList = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            subscriptionList.add(subscription(values, number));
        }
        LocalDate asOf = (LocalDate) Objects.requireNonNull(values[index(RawFact.AS_OF, false)]);
        return new Drawn(customer.subscriptions(subscriptionList).build(), asOf);
    }

    private Subscription subscription(@Nullable Object[] values, int number) {
        Subscription.Builder subscription = Subscription.builder("s" + number, facts.table());
        for (int i = 0; i < values.length; i++) {
            if (axes.get(i).fact().ofSubscription() && axes.get(i).second() == number > 1) {
                axes.get(i).fact().set(subscription, values[i]);
            }
        }
        return subscription.build();
    }
}
