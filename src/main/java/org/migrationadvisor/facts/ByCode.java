package org.migrationadvisor.facts;

import java.util.HashMap;
import java.util.Map;

/** The constants of each {@link Coded} type by their codes. */
final class ByCode extends ClassValue<Map<String, Coded>> {
    static final ByCode OF = new ByCode();

    private ByCode() {}

    @Override
    protected Map<String, Coded> computeValue(Class<?> type) {
        Map<String, Coded> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Coded coded = (Coded) constant;
            constants.put(coded.code(), coded);
        }
        return constants;
    }
}
