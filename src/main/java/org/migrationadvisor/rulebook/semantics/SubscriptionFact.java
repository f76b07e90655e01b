package org.migrationadvisor.rulebook.semantics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.Subscription;

/**
 * The {@code Subscription} of the rules: one subscription of a customer as of a date. Two facts are equal only if they
 * are the same one.
 */
public final class SubscriptionFact implements DefinedAbout {
    private static final List<String> ENDED = List.of("expired", "disabled", "deleted");

    private final CustomerFact customer;
    private final Subscription listed;
    private final OfferFacts offers;
    private final String program;
    private final String status;
    private final @Nullable Integer daysToEnd;
    private final Conclusions conclusions = new Conclusions();

    /**
     * @param listed what the list says of the subscription
     * @param offers what the catalog tells of the offer and the wanted one
     */
    public SubscriptionFact(CustomerFact customer, Subscription listed, OfferFacts offers) {
        this.customer = customer;
        this.listed = listed;
        this.offers = offers;
        this.program = choice(FactFields.PROGRAM);
        this.status = choice(FactFields.STATUS);
        LocalDate end = listed.endDate();
        this.daysToEnd = end == null ? null : (Integer) (int) (end.toEpochDay() - asOf().toEpochDay());
    }

    public CustomerFact customer() {
        return customer;
    }

    /** What the list says of it. */
    public Subscription listed() {
        return listed;
    }

    @Override
    public Conclusions conclusions() {
        return conclusions;
    }

    @Override
    public List<?> ofCustomer() {
        return customer.ofCustomer();
    }

    OfferFacts offers() {
        return offers;
    }

    public String id() {
        return listed.id();
    }

    @Nullable
    Object value(FactField field) {
        return listed.value(field);
    }

    /** The code of a choice. */
    String choice(FactField field) {
        return (String) Objects.requireNonNull(listed.value(field));
    }

    public LocalDate asOf() {
        return customer.asOf();
    }

    /** Days from the as-of date to the end date: 0 on the last day, negative after it; null if unknown. */
    public @Nullable Integer daysToEnd() {
        return daysToEnd;
    }

    /** Whether it is held outside the partner's own new-commerce CSP; null where the program is not known. */
    public @Nullable Boolean moving() {
        return program.equals(Vocabulary.UNKNOWN) ? null : (Boolean) movingOrUnknown();
    }

    /** Whether it is not known to be the partner's own already. */
    public boolean movingOrUnknown() {
        return !program.equals("csp");
    }

    /**
     * Whether it has ended, by its status or by its end date. Until the end date only the status can tell, so it is null
     * where that is not known; a status that says that it is there is enough where the end date is not known.
     */
    public @Nullable Boolean ended() {
        if (!runningOrUnknown()) {
            return true;
        }
        return status.equals(Vocabulary.UNKNOWN) ? null : (Boolean) false;
    }

    /** Whether it is there still, the opposite of {@link #ended}; null where that is not known. */
    public @Nullable Boolean running() {
        Boolean ended = ended();
        return ended == null ? null : (Boolean) !ended;
    }

    /** Whether it is not known to have ended. */
    public boolean runningOrUnknown() {
        return (daysToEnd == null || daysToEnd >= 0) && !ENDED.contains(status);
    }

    public boolean addOn() {
        return listed.baseSubscriptionId() != null;
    }

    /** Who acts on the original: on its auto-renewal, what happens at its end, and its cancellation. */
    public String owner() {
        return switch (program) {
            case "other-csp" -> "source-partner";
            case "csp-legacy", "csp" -> "partner";
            default -> "customer";
        };
    }

    /** First day of the present term: by the end date and the term, else the start date; null if unknown. */
    public @Nullable LocalDate termStart() {
        return Payment.termStart(this);
    }

    /** How many days after the as-of date are paid for; null if nothing is left or none of it costs anything. */
    public @Nullable Integer paidDays() {
        return Payment.paidDays(this);
    }

    /** How many days after the as-of date are committed and not paid for; null as {@link #paidDays}. */
    public @Nullable Integer committedDays() {
        Integer paid = paidDays();
        return paid == null || daysToEnd == null ? null : (Integer) (daysToEnd - paid);
    }

    /** What was paid for {@link #paidDays}; null if it is nothing or not known. */
    public @Nullable BigDecimal paidValue() {
        return Payment.value(this, paidDays());
    }

    /** What is owed for {@link #committedDays}; null if it is nothing or not known. */
    public @Nullable BigDecimal committedValue() {
        return Payment.value(this, committedDays());
    }

    /** Seats that are wanted, or as many as users have a license where those are more; null if none are known. */
    public static @Nullable Integer seatsNeeded(@Nullable Integer wanted, @Nullable Integer assigned) {
        return wanted == null || assigned == null ? wanted : (Integer) Math.max(wanted, assigned);
    }

    /** Seats wanted; those bought where nothing else is asked for. */
    @Nullable
    Integer targetSeats() {
        Integer wanted = listed.targetSeats();
        return wanted == null ? listed.seats() : wanted;
    }

    @Nullable
    Integer seatsNeeded() {
        return seatsNeeded(targetSeats(), listed.assignedSeats());
    }

    /**
     * The seats needed, where so many can be ordered; null as long as the number has to be settled: not known, none,
     * more than a customer may hold, fewer than can be bought, or fewer than bought while nobody knows how many are
     * assigned.
     */
    @Nullable
    Integer seatsToOrder() {
        Integer needed = seatsNeeded();
        boolean isOpen = needed == null
                || needed == 0
                || isBelow(needed, offers.minimumSeats())
                || (choice(FactFields.TERM).equals("P3Y") && isBelow(needed, offers.minimumSeatsThreeYears()))
                || isBelow(offers.seatCap(), needed)
                || isBelow(offers.seatCap(), offers.customerSeatsNeeded())
                || (listed.assignedSeats() == null && isBelow(needed, listed.seats()));
        return isOpen ? null : needed;
    }

    private static boolean isBelow(@Nullable Integer number, @Nullable Integer other) {
        return number != null && other != null && number < other;
    }
}
