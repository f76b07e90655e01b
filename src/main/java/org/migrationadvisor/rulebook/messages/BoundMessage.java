package org.migrationadvisor.rulebook.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message of one rule in one language, ready to be written: each place knows its value. */
public final class BoundMessage {

    /** A value that stands in messages. */
    public interface Value {
        @Nullable
        Object of(Finding finding);

        /** Appends the value as it is written for people. */
        public void write(@Nullable Object value, StringBuilder out);

        /**
         * Appends the value as an amount of money.
         *
         * @param currency its ISO 4217 code; null if it is unknown
         */
        void writeMoney(@Nullable Object value, @Nullable Object currency, StringBuilder out);
    }

    /** A part of a message. */
    sealed interface Part permits Text, Place, Money, Choice, Count {}

    record Text(String text) implements Part {}

    record Place(Value value) implements Part {}

    record Money(Value amount, Value currency) implements Part {}

    /** The number that the options around it depend on. */
    record Count() implements Part {}

    /**
     * Options, of which a value chooses one.
     *
     * @param plurals for a number, the rules by which it chooses; null if the value itself is the name of an option
     * @param exact the options for single numbers
     * @param named the other options
     * @param other the option for all other values
     */
    record Choice(
            Value value,
            @Nullable PluralRules plurals,
            Map<Integer, List<Part>> exact,
            Map<String, List<Part>> named,
            List<Part> other)
            implements Part {

        private List<Part> option(@Nullable Object chosenBy) {
            String name = chosenBy == null ? "unknown" : chosenBy.toString();
            if (plurals != null && chosenBy instanceof Integer number) {
                List<Part> one = exact.get(number);
                if (one != null) {
                    return one;
                }
                name = plurals.category(number);
            }
            return named.getOrDefault(name, other);
        }
    }

    private final List<Part> parts;

    BoundMessage(List<Part> parts) {
        this.parts = parts;
    }

    public String write(Finding finding) {
        if (parts.size() == 1 && parts.get(0) instanceof Text whole) {
            return whole.text();
        }
        StringBuilder out = new StringBuilder(256);
        write(parts, finding, null, null, out);
        return out.toString();
    }

    /**
     * @param counted what {@code #} stands for, whose value is {@code number}; null outside all options
     */
    private static void write(
            List<Part> parts, Finding finding, @Nullable Value counted, @Nullable Object number, StringBuilder out) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Text text) {
                out.append(text.text());
            } else if (part instanceof Place place) {
                place.value().write(place.value().of(finding), out);
            } else if (part instanceof Money money) {
                money.amount()
                        .writeMoney(money.amount().of(finding), money.currency().of(finding), out);
            } else if (part instanceof Choice choice) {
                Object value = choice.value().of(finding);
                write(choice.option(value), finding, choice.value(), value, out);
            } else if (counted != null) {
                counted.write(number, out);
            }
        }
    }
}
