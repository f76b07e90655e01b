package org.migrationadvisor.input.row;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source's own word for a value as the word of the canonical list. A word that is not known stays as it is, so that
 * it is warned of as any other; null says that the source knows nothing.
 */
@FunctionalInterface
public interface Translation {

    /** For sources that use the words of the canonical list. */
    Translation AS_IS = text -> text;

    /**
     * How Partner Center names the tie to a customer; only a reseller may order. The other ties, such as advisor, do not
     * tell how far a reseller relationship has come.
     */
    Translation RELATIONSHIP = words(Map.of("reseller", "accepted", "cloud reseller", "accepted", "none", "none"));

    /** Graph: a subscription in Warning is behind its end and can still be used. */
    Translation GRAPH_STATUS = words(Map.of("enabled", "active", "warning", "expired"));

    /** New-commerce product type; anything else does not tell. */
    Translation SALES_CHANNEL = words(Map.of(
            "web direct", "web-direct",
            "webdirect", "web-direct",
            "direct", "web-direct",
            "enterprise agreement", "ea",
            "open license", "open",
            "open value", "open-value",
            "select plus", "select"));

    /** The length in a text such as {@code One-Year commitment for monthly billing}; else null. */
    Translation TERM_OF_COMMITMENT = text -> {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("(one|1)[ -]month.*|monthly term.*|p1m")) {
            return "P1M";
        }
        if (lower.matches("(one|1)[ -]year.*|(annual|yearly) term.*|p1y")) {
            return "P1Y";
        }
        return lower.matches("(three|3)[ -]year.*|triennial term.*|p3y") ? "P3Y" : null;
    };

    /** The billing in a text such as {@code One-Year commitment for monthly billing}; null where it names several. */
    Translation BILLING_OF_COMMITMENT = text -> {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith("for monthly billing") || lower.endsWith(", monthly billing")) {
            return "monthly";
        }
        boolean annual = lower.endsWith("for yearly billing")
                || lower.endsWith("for annual billing")
                || lower.endsWith(", annual billing");
        return annual ? "annual" : null;
    };

    /** What has a name is there. */
    Translation NAMED = text -> "yes";

    /** Reasons against a migration, one of which may be the promotion in which the subscription was bought. */
    Translation PROMOTION_AS_REASON = text -> text.toLowerCase(Locale.ROOT).contains("promotion") ? "yes" : null;

    @Nullable
    String apply(String text);

    /** By a table of words, in any letter case. */
    static Translation words(Map<String, String> words) {
        Map<String, String> table = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        table.putAll(words);
        return text -> table.getOrDefault(text, text);
    }
}
