package org.migrationadvisor.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a finding in the words of a language. */
final class ShownValue implements BoundMessage.Value {
    private final Function<Finding, @Nullable Object> reader;
    private final Map<String, String> words;
    private final String unknown;
    private final String yes;
    private final String no;

    /**
     * @param reader reads the value; null if it is unknown
     * @param words how texts are written, where it is not as they are
     * @param messages the language
     */
    ShownValue(Function<Finding, @Nullable Object> reader, Map<String, String> words, Messages messages) {
        this.reader = reader;
        this.words = words;
        this.unknown = Objects.requireNonNullElse(messages.word("unknown"), "unknown");
        this.yes = Objects.requireNonNullElse(messages.word("yes"), "yes");
        this.no = Objects.requireNonNullElse(messages.word("no"), "no");
    }

    @Override
    public @Nullable Object of(Finding finding) {
        return reader.apply(finding);
    }

    @Override
    public String shown(@Nullable Object value) {
        if (value == null) {
            return unknown;
        }
        if (value instanceof String text) {
            return words.getOrDefault(text, text);
        }
        if (value instanceof Boolean truth) {
            return truth ? yes : no;
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
