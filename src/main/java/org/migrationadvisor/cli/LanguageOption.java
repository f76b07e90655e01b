package org.migrationadvisor.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.text.SafeText;
import picocli.CommandLine.Option;

/**
 * The language of messages: the one asked for, else that of the environment where the rules have it, else English. A
 * language of a country stands in by the language alone ({@code de-AT} by {@code de}), never by that of another country.
 */
final class LanguageOption {
    static final String DEFAULT = "en";

    /** In the order in which they count. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "Language of the messages, such as de or pt-BR; default: that of LC_ALL, LC_MESSAGES or LANG"
                    + " where the rules have it, else en.")
    private @Nullable String asked;

    /**
     * The tag of the rules' language that is to be used.
     *
     * @throws UsageException if the rules do not have the one that was asked for
     */
    String tag(MigrationAdvisor rules, Advisor advisor) {
        Set<String> known = rules.languages();
        if (asked != null) {
            String found = fitting(asked, known);
            if (found == null) {
                throw new UsageException("--lang: found " + SafeText.quoted(asked) + ", expected one of "
                        + String.join(", ", known)
                        + "\nMaybe the rules folder lacks messages/" + SafeText.shown(asked) + ".yaml");
            }
            return found;
        }
        String found = VARIABLES.stream()
                .map(advisor.surroundings()::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> fitting(value.replaceFirst("[.@].*", ""), known))
                .orElse(null);
        return found == null ? DEFAULT : found;
    }

    private static @Nullable String fitting(String wanted, Set<String> known) {
        for (Locale locale = Locale.forLanguageTag(wanted.replace('_', '-'));
                !locale.getLanguage().isEmpty();
                locale = shorter(locale)) {
            String tag = locale.toLanguageTag();
            if (known.contains(tag)) {
                return tag;
            }
        }
        return null;
    }

    /** Without its variant, country or script, whichever it has first. */
    private static Locale shorter(Locale locale) {
        String tag = locale.toLanguageTag();
        int last = tag.lastIndexOf('-');
        return last < 0 ? Locale.ROOT : Locale.forLanguageTag(tag.substring(0, last));
    }
}
