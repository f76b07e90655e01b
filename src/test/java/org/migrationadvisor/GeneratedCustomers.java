package org.migrationadvisor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers made up from a seed, with every value and with unknown ones. */
public final class GeneratedCustomers {
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final List<String> OFFERS =
            List.of("SPE_E3", "SPB", "ENTERPRISEPACK", "05E9A617-0261-4CEE-BB44-138D3EF5D965", "CONTOSO-1");

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
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            subscriptions.add(subscription("s" + i));
        }
        return Customer.builder("c" + number)
                .relationship(any(Relationship.values()))
                .agreementAccepted(any(Answer.values()))
                .subscriptions(subscriptions)
                .build();
    }

    private Subscription subscription(String id) {
        return Subscription.builder(id)
                .program(any(Program.values()))
                .offer(new Offer(maybe(() -> any(OFFERS.toArray(new String[0]))), maybe(() -> "Microsoft 365 E3")))
                .seats(maybe(() -> random.nextInt(400)))
                .assignedSeats(maybe(() -> random.nextInt(400)))
                .status(any(Status.values()))
                .endDate(maybe(() -> AS_OF.plusDays(random.nextInt(80) - 20)))
                .autoRenew(any(Answer.values()))
                .unitPrice(maybe(() -> BigDecimal.valueOf(random.nextInt(5000), 2)))
                .currency(maybe(() -> "EUR"))
                .targetOffer(random.nextInt(3) > 0 ? null : new Offer(any(OFFERS.toArray(new String[0])), null))
                .targetSeats(maybe(() -> random.nextInt(400)))
                .targetProvisionedOn(random.nextInt(3) > 0 ? null : AS_OF.plusDays(random.nextInt(80) - 40))
                .build();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(6) == 0 ? null : value.get();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
