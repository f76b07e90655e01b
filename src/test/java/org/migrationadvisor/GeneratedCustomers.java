package org.migrationadvisor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Relationship;
import org.migrationadvisor.facts.Segment;
import org.migrationadvisor.facts.Status;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.facts.Term;

/** Customers made by chance out of values on both sides of every boundary; the same for the same seed. */
public final class GeneratedCustomers {
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final List<@Nullable Integer> DAYS =
            Arrays.asList(null, -400, -8, -1, 0, 1, 6, 7, 8, 29, 30, 31, 365);
    private static final List<@Nullable Integer> SEATS = Arrays.asList(null, 0, 5, 25, 160, 300, 301, 499, 500);
    private static final List<Offer> OFFERS = List.of(
            Offer.UNKNOWN,
            new Offer("SPE_E3", null),
            new Offer("05E9A617-0261-4CEE-BB44-138D3EF5D965", "Microsoft 365 E3"),
            new Offer("SPB", null),
            new Offer("STANDARDPACK", null),
            new Offer("ENTERPRISEPACK", null),
            new Offer("ENTERPRISEWITHSCAL", null),
            new Offer("O365_BUSINESS_ESSENTIALS", null),
            new Offer("Microsoft_365_E3", null),
            new Offer("Microsoft_365_E3_(no_Teams)", null),
            new Offer("Microsoft_365_E5_(no_Teams)", null),
            new Offer(null, "Microsoft 365 Business Basic"),
            new Offer("CONTOSO-1", null),
            new Offer(null, "Contoso Time Clock"));

    private final Random random;

    private GeneratedCustomers(long seed) {
        this.random = new Random(seed);
    }

    /** The same customers for the same seed. */
    public static Stream<Customer> of(int count, long seed) {
        GeneratedCustomers generator = new GeneratedCustomers(seed);
        return IntStream.range(0, count).mapToObj(generator::customer);
    }

    private Customer customer(int number) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            subscriptions.add(subscription("s" + i));
        }
        return Customer.builder("c" + number)
                .country(oneOf(Arrays.asList(null, "DE", "FR")))
                .segment(oneOf(List.of(Segment.values())))
                .relationship(oneOf(List.of(Relationship.values())))
                .agreementAccepted(oneOf(List.of(Answer.values())))
                .subscriptions(subscriptions)
                .build();
    }

    private Subscription subscription(String id) {
        return Subscription.builder(id)
                .program(oneOf(List.of(Program.values())))
                .offer(oneOf(OFFERS))
                .targetOffer(random.nextBoolean() ? null : oneOf(OFFERS))
                .status(oneOf(List.of(Status.values())))
                .endDate(day())
                .term(oneOf(List.of(Term.values())))
                .autoRenew(oneOf(List.of(Answer.values())))
                .targetProvisionedOn(random.nextBoolean() ? null : day())
                .seats(oneOf(SEATS))
                .assignedSeats(oneOf(SEATS))
                .targetSeats(random.nextBoolean() ? null : oneOf(SEATS))
                .unitPrice(oneOf(Arrays.asList(null, new BigDecimal("10.00"), new BigDecimal("15"))))
                .currency(oneOf(Arrays.asList(null, "EUR")))
                .baseSubscriptionId(oneOf(Arrays.asList(null, "s1", "s2")))
                .build();
    }

    private @Nullable LocalDate day() {
        Integer days = oneOf(DAYS);
        return days == null ? null : AS_OF.plusDays(days);
    }

    private <T extends @Nullable Object> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
