package org.migrationadvisor.report;

import java.util.Objects;
import java.util.function.Function;
import org.migrationadvisor.facts.Offer;

/**
 * How a report for a person looks. Formats for machines do not depend on it. Immutable.
 *
 * @param width the number of terminal columns a line may fill; less than {@value #MIN_WIDTH} becomes
 *     {@value #MIN_WIDTH}
 * @param colour whether a table is coloured with ANSI escapes
 * @param language the BCP 47 tag of the language of headings and labels; English where there are none in it
 * @param offerTitle what an offer is called in headings; empty if nothing is known of it
 */
public record ReportOptions(int width, boolean colour, String language, Function<Offer, String> offerTitle) {

    /** The narrowest layout there is, in columns. */
    public static final int MIN_WIDTH = 60;

    private static final ReportOptions DEFAULTS = new ReportOptions(100, false, "en", Offer::title);

    /** @throws NullPointerException if the language or the function is null */
    public ReportOptions {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(offerTitle, "offerTitle");
        width = Math.max(MIN_WIDTH, width);
    }

    /** What fits where there is no terminal: 100 columns, no colour, English; offers are named as they were given. */
    public static ReportOptions defaults() {
        return DEFAULTS;
    }

    public ReportOptions withWidth(int value) {
        return new ReportOptions(value, colour, language, offerTitle);
    }

    public ReportOptions withColour(boolean value) {
        return new ReportOptions(width, value, language, offerTitle);
    }

    public ReportOptions withLanguage(String value) {
        return new ReportOptions(width, colour, value, offerTitle);
    }

    public ReportOptions withOfferTitle(Function<Offer, String> value) {
        return new ReportOptions(width, colour, language, value);
    }
}
