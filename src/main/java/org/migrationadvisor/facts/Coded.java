package org.migrationadvisor.facts;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a closed list, with the code that files and rules write for it, such as {@code web-direct}. */
public interface Coded {

    /** The code, in lower case or as ISO 8601 writes it; never null. */
    String code();

    /** The constant whose code equals the text, in any letter case; empty if there is none. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(code, "code");
        E exact = type.cast(ByCode.OF.get(type).get(code));
        if (exact != null) {
            return Optional.of(exact);
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equalsIgnoreCase(code)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** All codes of a type in their order, separated by commas, for messages. */
    static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        Objects.requireNonNull(type, "type");
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }
}
