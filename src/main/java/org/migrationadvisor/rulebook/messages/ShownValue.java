package org.migrationadvisor.rulebook.messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.LanguageFormat;

/** A value of a finding in the words of a language. */
final class ShownValue implements BoundMessage.Value {
    private final Function<Finding, @Nullable Object> reader;
    private final Map<String, String> words;
    private final LanguageFormat format;
    private final String unknown;
    private final String yes;
    private final String no;

    /**
     * @param reader reads the value; null if it is unknown
     * @param words how texts are written, where it is not as they are
     * @param format how the language writes numbers, money and dates
     * @param messages the language's other words
     */
    ShownValue(
            Function<Finding, @Nullable Object> reader,
            Map<String, String> words,
            LanguageFormat format,
            Messages messages) {
        this.reader = reader;
        this.words = words;
        this.format = format;
        this.unknown = Objects.requireNonNullElse(messages.word("unknown"), "unknown");
        this.yes = Objects.requireNonNullElse(messages.word("yes"), "yes");
        this.no = Objects.requireNonNullElse(messages.word("no"), "no");
    }

    @Override
    public @Nullable Object of(Finding finding) {
        return reader.apply(finding);
    }

    @Override
    public void write(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append(unknown);
        } else if (value instanceof String text) {
            out.append(words.getOrDefault(text, text));
        } else if (value instanceof Boolean truth) {
            out.append(truth ? yes : no);
        } else if (value instanceof LocalDate day) {
            format.date(day, out);
        } else if (value instanceof BigDecimal decimal) {
            format.decimal(decimal, out);
        } else if (value instanceof Number whole) {
            format.whole(whole.longValue(), out);
        } else if (value instanceof List<?> list) {
            write(list, out);
        } else {
            out.append(value);
        }
    }

    private void write(List<?> list, StringBuilder out) {
        String separator = "";
        for (Object each : list) {
            out.append(separator);
            write(each, out);
            separator = ", ";
        }
    }

    @Override
    public void writeMoney(@Nullable Object value, @Nullable Object currency, StringBuilder out) {
        if (currency == null || !(value instanceof Number)) {
            write(value, out);
        } else {
            BigDecimal amount = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
            format.money(amount, currency.toString(), out);
        }
    }
}
