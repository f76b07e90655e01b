package org.migrationadvisor.rulebook;

import java.util.Locale;

/** The plural category of a whole number, 0 or more, as Unicode CLDR has it for the languages of the project. */
enum PluralRules {
    ONE_OTHER {
        @Override
        String category(int number) {
            return number == 1 ? "one" : "other";
        }
    },
    ZERO_ONE_OTHER {
        @Override
        String category(int number) {
            return number == 0 || number == 1 ? "one" : "other";
        }
    },
    SLAVIC {
        @Override
        String category(int number) {
            int last = Math.floorMod(number, 10);
            int lastTwo = Math.floorMod(number, 100);
            if (last == 1 && lastTwo != 11) {
                return "one";
            }
            return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
        }
    },
    NONE {
        @Override
        String category(int number) {
            return "other";
        }
    };

    abstract String category(int number);

    /** The rules of a language, given as its BCP 47 tag. */
    static PluralRules of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "ru" -> SLAVIC;
            case "pt" -> ZERO_ONE_OTHER;
            case "zh", "ja", "ko" -> NONE;
            default -> ONE_OTHER;
        };
    }
}
