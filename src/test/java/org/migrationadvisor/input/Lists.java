package org.migrationadvisor.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.migrationadvisor.Subscription;

/** Reads lists for tests; the messages name files of the test data without their folder. */
final class Lists {

    private Lists() {}

    static CustomerList read(String... names) {
        return CustomerLists.read(
                Arrays.stream(names).map(name -> Source.of(path(name))).toList());
    }

    static CustomerList read(ReadOptions options, String... names) {
        return CustomerLists.read(
                Arrays.stream(names).map(name -> Source.of(path(name))).toList(), options);
    }

    /** Options with a tenant. */
    static ReadOptions tenant(String id) {
        return new ReadOptions(null, null, null, id, Set.of(), offer -> Optional.empty());
    }

    static ReadOptions dateOrder(DateOrder order) {
        return new ReadOptions(null, null, order, null, Set.of(), offer -> Optional.empty());
    }

    static ReadOptions format(ListFormat format) {
        return new ReadOptions(format, null, null, null, Set.of(), offer -> Optional.empty());
    }

    static Subscription subscription(CustomerList list, String id) {
        return list.customers().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .filter(subscription -> subscription.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Reads a text as standard input. */
    static CustomerList readText(String text) {
        return readBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static CustomerList readText(ReadOptions options, String text) {
        return readBytes(options, text.getBytes(StandardCharsets.UTF_8));
    }

    static CustomerList readBytes(byte[] bytes) {
        return readBytes(ReadOptions.defaults(), bytes);
    }

    private static CustomerList readBytes(ReadOptions options, byte[] bytes) {
        InputStream stream = new ByteArrayInputStream(bytes);
        return CustomerLists.read(List.of(Source.of(Source.STANDARD_INPUT, stream)), options);
    }

    static List<String> rejections(CustomerList list) {
        return list.rejected().stream()
                .map(RejectedRow::message)
                .map(Lists::shortened)
                .toList();
    }

    static List<String> warnings(CustomerList list) {
        return list.warnings().stream()
                .map(Warning::message)
                .map(Lists::shortened)
                .toList();
    }

    /** A message without the folder of the test data. */
    static String shortened(String message) {
        return message.replace(path("customers.csv").getParent() + "/", "");
    }

    static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Lists.class.getResource("customers.csv"), "customers.csv")
                            .toURI())
                    .resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
