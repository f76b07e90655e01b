package org.migrationadvisor.cli;

import org.jspecify.annotations.Nullable;
import org.migrationadvisor.MigrationAdvisor;

/** The language of messages that a caller asked for. */
final class Language {

    private Language() {}

    /**
     * The same advisor in a language.
     *
     * @param tag BCP 47 tag; null for the default
     * @throws UsageException if the rules have no texts in it
     */
    static MigrationAdvisor of(MigrationAdvisor loaded, @Nullable String tag) {
        if (tag == null) {
            return loaded;
        }
        try {
            return loaded.inLanguage(tag);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("--lang: found '" + tag + "', expected one of "
                    + String.join(", ", loaded.languages())
                    + "\nMaybe the rules folder lacks messages/" + tag + ".yaml");
        }
    }
}
