package org.migrationadvisor.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.text.SafeText;

/**
 * What stands above a block of a report for a person, each part safe and on one line.
 *
 * @param title the name, or the id where no name is known; not empty
 * @param id the id; empty if it is the title already, or if there is none
 * @param details what else is known, in the order in which it is read
 */
record Heading(String title, String id, List<String> details) {

    Heading {
        details = List.copyOf(details);
    }

    static Heading of(Customer customer) {
        List<String> details = Stream.of(SafeText.of(customer.domain()), SafeText.of(customer.country()))
                .filter(detail -> !detail.isEmpty())
                .toList();
        return of(SafeText.of(customer.name()), SafeText.of(customer.id()), details);
    }

    static Heading of(AdviceGroup group, Labels labels, LocalDate asOf, Function<Offer, String> offerTitle) {
        if (group.subscriptionId() == null) {
            return new Heading(labels.customer(), "", List.of());
        }
        String id = SafeText.of(group.subscriptionId());
        Subscription subscription = group.subscription();
        if (subscription == null) {
            return new Heading(id, "", List.of());
        }
        return of(
                offers(subscription, offerTitle),
                id,
                List.of(
                        labels.program(subscription.program()),
                        labels.seats(subscription.seats()),
                        labels.end(subscription.endDate(), asOf)));
    }

    /** The offer, and behind an arrow the wanted one, if it is called otherwise. */
    private static String offers(Subscription subscription, Function<Offer, String> offerTitle) {
        String offer = SafeText.of(offerTitle.apply(subscription.offer()));
        Offer wanted = subscription.targetOffer();
        String target = wanted == null ? offer : SafeText.of(offerTitle.apply(wanted));
        return target.equals(offer) ? offer : (offer + " → " + target).strip();
    }

    private static Heading of(String name, String id, List<String> details) {
        return name.isEmpty() ? new Heading(id, "", details) : new Heading(name, id, details);
    }

    /** The days on which to act, in words; empty if there are none. */
    static List<String> days(Recommendation recommendation, Labels labels) {
        @Nullable LocalDate from = recommendation.actFrom();
        @Nullable LocalDate by = recommendation.actBy();
        if (from != null && from.equals(by)) {
            return List.of(labels.on(from));
        }
        List<String> days = new ArrayList<>();
        if (from != null) {
            days.add(labels.from(from));
        }
        if (by != null) {
            days.add(labels.by(by));
        }
        return days;
    }

    /** The file and line of the rule behind a recommendation. */
    static String place(Recommendation recommendation) {
        return SafeText.of(recommendation.ruleFile() + ":" + recommendation.ruleLine());
    }
}
