package org.migrationadvisor.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what there is for a language. */
public final class LanguageTag {

    private LanguageTag() {}

    /**
     * The value of a language, or of the one that it is a variant of, such as Portuguese for {@code pt-BR}.
     *
     * @param language its BCP 47 tag, in any letter case
     * @param byTag the values by tag, in the usual letter case
     * @return nothing if it is no such tag, or if there is no value
     */
    public static <V> Optional<V> nearest(String language, Map<String, V> byTag) {
        String tag;
        try {
            tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException noTag) {
            return Optional.empty();
        }
        V value = byTag.get(tag);
        for (int end = tag.lastIndexOf('-'); value == null && end > 0; end = tag.lastIndexOf('-', end - 1)) {
            value = byTag.get(tag.substring(0, end));
        }
        return Optional.ofNullable(value);
    }
}
