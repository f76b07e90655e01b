package org.migrationadvisor.rulebook.messages;

import java.util.Optional;
import org.migrationadvisor.text.LanguageFormat;

/**
 * What Unicode CLDR says of the language of a message.
 *
 * @param plurals by which options are chosen
 * @param format how values are written
 */
public record MessageLanguage(PluralRules plurals, LanguageFormat format) {

    /**
     * A language, or the one that it is a variant of.
     *
     * @param language its BCP 47 tag, in any letter case
     * @return nothing if it is no such tag, or if CLDR has no plural rules for it
     */
    static Optional<MessageLanguage> of(String language) {
        return PluralRules.of(language)
                .flatMap(plurals -> LanguageFormat.of(language).map(format -> new MessageLanguage(plurals, format)));
    }
}
