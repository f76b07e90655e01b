package org.migrationadvisor.rulebook.semantics;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes of countries and currencies that there are, and the one that was meant by something else. */
public final class IsoCodes {
    /** In use everywhere, but not assigned by ISO 3166. */
    private static final String KOSOVO = "XK";

    private static final Map<String, String> OTHER_COUNTRIES =
            Map.of("UK", "GB", "EL", "GR", "ENGLAND", "GB", "HOLLAND", "NL");
    private static final Set<String> COUNTRIES = countries();
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private IsoCodes() {}

    private static Set<String> countries() {
        Set<String> countries = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        countries.add(KOSOVO);
        return countries;
    }

    /** Whether a text is the ISO 3166 alpha-2 code of a country, in capitals or not. */
    public static boolean isCountry(String text) {
        return COUNTRIES.contains(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a text is the ISO 4217 code of a currency, in capitals or not. */
    public static boolean isCurrency(String text) {
        return currencies().containsKey(text.toUpperCase(Locale.ROOT));
    }

    /** The code of the country that a text names in another way; empty if it names none. */
    public static Optional<String> country(String text) {
        String other = OTHER_COUNTRIES.get(text.toUpperCase(Locale.ROOT));
        if (other != null) {
            return Optional.of(other);
        }
        return COUNTRIES.stream()
                .filter(code -> isNamed(text, new Locale("", code)))
                .findFirst();
    }

    private static boolean isNamed(String text, Locale country) {
        return (!country.getCountry().equals(KOSOVO) && country.getISO3Country().equalsIgnoreCase(text))
                || LANGUAGES.stream().anyMatch(language -> country.getDisplayCountry(language)
                        .equalsIgnoreCase(text));
    }

    /** The code of the currency that a text names in another way; empty if it names none. */
    public static Optional<String> currency(String text) {
        return currencies().entrySet().stream()
                .filter(entry -> LANGUAGES.stream()
                        .anyMatch(language ->
                                entry.getValue().getDisplayName(language).equalsIgnoreCase(text)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Currency> currencies() {
        Map<String, Currency> byCode = new TreeMap<>();
        Currency.getAvailableCurrencies().forEach(currency -> byCode.put(currency.getCurrencyCode(), currency));
        return byCode;
    }
}
