package org.migrationadvisor.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a language writes numbers, money and dates, by Unicode CLDR: with its separators and its usual digits, and dates of
 * the Gregorian calendar in their medium form, such as {@code Dec 20, 2026} in English. The formats stand in {@code
 * formats.txt} beside this class, with their source and license, so that they are the same on every machine. Immutable.
 */
public final class LanguageFormat {
    private static final char CURRENCY = '\u00A4';
    private static final int FEWEST_DIGITS_OF_MONEY = 2;

    /**
     * What stands inside a number.
     *
     * @param first the digits of the group before the decimal separator
     * @param further those of the groups before it
     */
    private record Separators(String decimal, String group, int first, int further) {

        static Separators of(String pattern, String decimal, String group) {
            String whole = pattern.replaceFirst("0[.].*", "0");
            int last = whole.lastIndexOf(',');
            int before = whole.lastIndexOf(',', last - 1);
            int first = whole.length() - last - 1;
            return new Separators(decimal, group, first, before < 0 ? first : last - before - 1);
        }

        boolean isBefore(int digitsLeft) {
            return digitsLeft >= first && (digitsLeft - first) % further == 0;
        }
    }

    private final int zero;
    private final int leastGrouped;
    private final String minus;
    private final Separators plain;
    private final Separators money;
    private final String beforeMoney;
    private final String behindMoney;
    private final DatePattern dates;

    private LanguageFormat(String[] numbers, String[] dates) {
        this.zero = numbers[0].codePointAt(0);
        this.leastGrouped = Integer.parseInt(numbers[1]);
        this.minus = numbers[2];
        this.plain = Separators.of(numbers[3], numbers[4], numbers[5]);
        this.money = Separators.of(numbers[6], numbers[7], numbers[8]);
        this.beforeMoney = numbers[6].replaceFirst("[#0].*", "");
        this.behindMoney = numbers[6].replaceFirst(".*[#0]", "");
        this.dates = new DatePattern(dates[0], Arrays.asList(dates).subList(1, dates.length), zero);
    }

    /**
     * The formats of a language, or of the one that it is a variant of.
     *
     * @param language its BCP 47 tag, in any letter case
     * @return nothing if it is no such tag, or if the language has no formats
     */
    public static Optional<LanguageFormat> of(String language) {
        return LanguageTag.nearest(language, Cldr.NUMBERS).flatMap(numbers -> LanguageTag.nearest(language, Cldr.DATES)
                .map(dates -> new LanguageFormat(numbers.split("\t", -1), dates.split("\t", -1))));
    }

    /** Appends a whole number and returns the builder. */
    public StringBuilder whole(long number, StringBuilder out) {
        boolean ungrouped = zero == '0' && number >= 0 && number < 1_000;
        return ungrouped ? out.append(number) : number(Long.toString(number), plain, out);
    }

    /** Appends a number with the decimals that it has and returns the builder. */
    public StringBuilder decimal(BigDecimal number, StringBuilder out) {
        return number(number.toPlainString(), plain, out);
    }

    /**
     * Appends an amount of money, with two decimals or as many as it needs, and returns the builder. The code of its
     * currency stands where the language has it, on the same line.
     *
     * @param currency ISO 4217 code
     */
    public StringBuilder money(BigDecimal amount, String currency, StringBuilder out) {
        int digits =
                Math.max(FEWEST_DIGITS_OF_MONEY, amount.stripTrailingZeros().scale());
        affix(beforeMoney, currency, out);
        number(amount.setScale(digits).toPlainString(), money, out);
        return affix(behindMoney, currency, out);
    }

    /** Appends a date and returns the builder. */
    public StringBuilder date(LocalDate day, StringBuilder out) {
        dates.write(day, out);
        return out;
    }

    private static StringBuilder affix(String affix, String currency, StringBuilder out) {
        for (int i = 0; i < affix.length(); i++) {
            char c = affix.charAt(i);
            if (c == CURRENCY) {
                out.append(currency);
            } else {
                out.append(c);
            }
        }
        return out;
    }

    private StringBuilder number(String digits, Separators separators, StringBuilder out) {
        int start = digits.charAt(0) == '-' ? 1 : 0;
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        boolean grouped = end - start >= separators.first() + leastGrouped;
        if (start > 0) {
            out.append(minus);
        }
        for (int i = start; i < digits.length(); i++) {
            if (i == point) {
                out.append(separators.decimal());
                continue;
            }
            if (grouped && i > start && i < end && separators.isBefore(end - i)) {
                out.append(separators.group());
            }
            out.appendCodePoint(zero + digits.charAt(i) - '0');
        }
        return out;
    }

    /** The formats of all languages as they are written, read when the first is asked for. */
    private static final class Cldr {
        private static final Map<String, String> NUMBERS = new HashMap<>();
        private static final Map<String, String> DATES = new HashMap<>();

        static {
            try (InputStream in = Objects.requireNonNull(LanguageFormat.class.getResourceAsStream("formats.txt"))) {
                Map<String, String> section = NUMBERS;
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                    int languages = line.indexOf('\t');
                    if (line.equals("dates")) {
                        section = DATES;
                    } else if (languages > 0 && !line.startsWith("#")) {
                        for (String language : line.substring(0, languages).split(" ", -1)) {
                            section.put(language, line.substring(languages + 1));
                        }
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
