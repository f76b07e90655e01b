package org.migrationadvisor.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Actor;
import org.migrationadvisor.CurrencyTotal;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Program;

/**
 * The words of a report for a person that do not come with the advice. One implementation per language; nothing else in
 * this package holds a word that a reader would want translated.
 */
interface Labels {

    /** The labels of a language, by its BCP 47 tag in any letter case; English if there are none. */
    static Labels of(String languageTag) {
        return List.<Labels>of(new EnglishLabels()).stream()
                .filter(labels -> labels.languageTag().equalsIgnoreCase(languageTag))
                .findFirst()
                .orElseGet(EnglishLabels::new);
    }

    String languageTag();

    String readiness(Readiness readiness);

    String severity(Severity severity);

    String actor(Actor actor);

    String program(Program program);

    String seats(@Nullable Integer seats);

    /** When the term ends or has ended, as seen from a day. */
    String end(@Nullable LocalDate endDate, LocalDate asOf);

    String from(LocalDate day);

    String by(LocalDate day);

    /** On that day and no other. */
    String on(LocalDate day);

    /** What cancelling the originals now would cost in one currency. */
    String total(CurrencyTotal total);

    /** Heads the recommendations about the customer as a whole. */
    String customer();

    /** Stands where a customer or a subscription has no recommendations. */
    String nothingToSay();

    String customers(long count);

    String subscriptions(long count);

    String recommendations(long count);

    String title();

    String summary();

    String readinessHead();

    String severityHead();

    String asOf(LocalDate day);

    String rules(String fingerprint);

    /** Says what stands in brackets after a message. */
    String legend();

    String adviceHead();

    String whenHead();

    String whoHead();

    String messageHead();

    String ruleHead();
}
