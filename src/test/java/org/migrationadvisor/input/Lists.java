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
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.DateOrder;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RejectedRow;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.source.Source;

/** Reads lists for tests; the messages name files of the test data without their folder. */
public final class Lists {

    private Lists() {}

    public static CustomerList read(String... names) {
        return CustomerLists.read(
                Arrays.stream(names).map(name -> Source.of(path(name))).toList());
    }

    public static CustomerList read(ReadOptions options, String... names) {
        return CustomerLists.read(
                Arrays.stream(names).map(name -> Source.of(path(name))).toList(), options);
    }

    /** Options with a tenant. */
    public static ReadOptions tenant(String id) {
        return new ReadOptions(null, null, null, id, Set.of(), FactTable.STANDARD, offer -> Optional.empty());
    }

    public static ReadOptions dateOrder(DateOrder order) {
        return new ReadOptions(null, null, order, null, Set.of(), FactTable.STANDARD, offer -> Optional.empty());
    }

    public static ReadOptions format(ListFormat format) {
        return new ReadOptions(format, null, null, null, Set.of(), FactTable.STANDARD, offer -> Optional.empty());
    }

    public static Subscription subscription(CustomerList list, String id) {
        return list.customers().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .filter(subscription -> subscription.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Reads a text as standard input. */
    public static CustomerList readText(String text) {
        return readBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static CustomerList readText(ReadOptions options, String text) {
        return readBytes(options, text.getBytes(StandardCharsets.UTF_8));
    }

    public static CustomerList readBytes(byte[] bytes) {
        return readBytes(ReadOptions.defaults(), bytes);
    }

    private static CustomerList readBytes(ReadOptions options, byte[] bytes) {
        InputStream stream = new ByteArrayInputStream(bytes);
        return CustomerLists.read(List.of(Source.of(Source.STANDARD_INPUT, stream)), options);
    }

    public static List<String> rejections(CustomerList list) {
        return list.rejected().stream()
                .map(RejectedRow::message)
                .map(Lists::shortened)
                .toList();
    }

    public static List<String> warnings(CustomerList list) {
        return list.warnings().stream()
                .map(Warning::message)
                .map(Lists::shortened)
                .toList();
    }

    /** A message without the folder of the test data. */
    public static String shortened(String message) {
        return message.replace(path("customers.csv").getParent() + "/", "");
    }

    public static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Lists.class.getResource("customers.csv"), "customers.csv")
                            .toURI())
                    .resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
