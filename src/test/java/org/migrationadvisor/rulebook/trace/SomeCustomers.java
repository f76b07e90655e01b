package org.migrationadvisor.rulebook.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Customer;
import org.migrationadvisor.Offer;
import org.migrationadvisor.Program;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Status;
import org.migrationadvisor.Subscription;

/** Customers made by chance out of values on both sides of every boundary; the same for the same seed. */
final class SomeCustomers {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final List<@Nullable Integer> DAYS =
            Arrays.asList(null, -400, -8, -1, 0, 1, 6, 7, 8, 29, 30, 31, 365);
    private static final List<Offer> OFFERS = List.of(
            Offer.UNKNOWN,
            new Offer("SPE_E3", null),
            new Offer("SPB", null),
            new Offer(null, "Microsoft 365 Business Basic"),
            new Offer("CONTOSO-1", null),
            new Offer(null, "Contoso Time Clock"));

    private final Random random;

    private SomeCustomers(long seed) {
        this.random = new Random(seed);
    }

    static Stream<Customer> of(int count, long seed) {
        SomeCustomers some = new SomeCustomers(seed);
        return IntStream.range(0, count).mapToObj(some::customer);
    }

    private Customer customer(int number) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            subscriptions.add(subscription("s" + i));
        }
        return Customer.builder("c" + number)
                .country(oneOf(Arrays.asList(null, "DE", "FR")))
                .segment(oneOf(List.of(Segment.values())))
                .relationship(oneOf(List.of(Relationship.values())))
                .subscriptions(subscriptions)
                .build();
    }

    private Subscription subscription(String id) {
        return Subscription.builder(id)
                .program(oneOf(List.of(Program.EA, Program.WEB_DIRECT, Program.CSP, Program.UNKNOWN)))
                .offer(oneOf(OFFERS))
                .targetOffer(random.nextBoolean() ? null : oneOf(OFFERS))
                .status(oneOf(List.of(Status.values())))
                .endDate(day())
                .targetProvisionedOn(random.nextBoolean() ? null : day())
                .seats(oneOf(Arrays.asList(null, 0, 5, 25)))
                .assignedSeats(oneOf(Arrays.asList(null, 0, 5, 25)))
                .unitPrice(oneOf(Arrays.asList(null, new BigDecimal("10.00"), new BigDecimal("15"))))
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
