package org.migrationadvisor.input.row;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of the canonical list, in its order. */
public enum Field {
    CUSTOMER_ID,
    CUSTOMER_NAME,
    DOMAIN,
    COUNTRY,
    SEGMENT,
    RELATIONSHIP,
    AGREEMENT_ACCEPTED,
    SUBSCRIPTION_ID,
    PROGRAM,
    OFFER_ID,
    OFFER_NAME,
    SEATS,
    ASSIGNED_SEATS,
    STATUS,
    START_DATE,
    END_DATE,
    TERM,
    BILLING_CYCLE,
    AUTO_RENEW,
    BASE_SUBSCRIPTION_ID,
    UNIT_PRICE,
    CURRENCY,
    TARGET_OFFER_ID,
    TARGET_OFFER_NAME,
    TARGET_SEATS,
    TARGET_PROVISIONED_ON,
    BILLING_ACCOUNT,
    END_OF_TERM_ACTION,
    PURCHASED_ON,
    PAID_THROUGH,
    PROMOTION,
    SOURCE_PARTNER,
    LANGUAGE;

    /** The column our own rejects file puts in front; never read. */
    public static final String REJECT_REASON = "reject_reason";

    private static final Map<String, Field> BY_COLUMN = index(Field::column);
    private static final Map<String, Field> BY_KEY = index(Field::key);

    private final String column = name().toLowerCase(Locale.ROOT);
    private final String key = camelCase(name());

    /** The header name in CSV, such as {@code end_date}. */
    public String column() {
        return column;
    }

    /** The key in JSON, such as {@code endDate}. */
    public String key() {
        return key;
    }

    /** Whether it says something of the customer, as opposed to one subscription. */
    public boolean ofCustomer() {
        return compareTo(SUBSCRIPTION_ID) < 0 || this == LANGUAGE;
    }

    static @Nullable Field ofColumn(String column) {
        return BY_COLUMN.get(column);
    }

    public static @Nullable Field ofKey(String key) {
        return BY_KEY.get(key);
    }

    /** All header names of CSV, in the order of the canonical list. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(Field::column).toList();
    }

    /** The keys of a JSON customer, or of a JSON subscription. */
    public static List<String> keys(boolean ofCustomer) {
        return Arrays.stream(values())
                .filter(field -> field.ofCustomer() == ofCustomer)
                .map(Field::key)
                .toList();
    }

    /** How JSON spells the fields. */
    public static Map<Field, String> spelledAsKeys() {
        Map<Field, String> spelled = new EnumMap<>(Field.class);
        Arrays.stream(values()).forEach(field -> spelled.put(field, field.key()));
        return Collections.unmodifiableMap(spelled);
    }

    private static Map<String, Field> index(Function<Field, String> name) {
        Map<String, Field> index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(values()).forEach(field -> index.put(name.apply(field), field));
        return index;
    }

    private static String camelCase(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
