package org.migrationadvisor.input.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.CellParser;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.ReadOptions;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.row.Warnings;
import org.migrationadvisor.input.source.ListException;
import org.migrationadvisor.input.source.Texts;
import org.migrationadvisor.input.store.StoredRow;

/**
 * Rows of files that name no customer, such as the subscriptions that are asked of one tenant. Another file that knows
 * the subscription tells its customer; else the option does, or a file of the run with exactly one customer.
 */
final class UnassignedRows {

    private final List<StoredRow> rows = new ArrayList<>();
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    private final Map<String, Optional<String>> customerOfFile = new TreeMap<>();

    /** Takes a row. Returns where its file has the same subscription, if it has: then the row is not taken. */
    Optional<Place> add(StoredRow stored) {
        CustomerRow row = stored.row();
        if (row.subscription() != null && !row.kind().is(RowKind.Trait.REPEATS)) {
            Place first = places.computeIfAbsent(row.place().file(), file -> new HashMap<>())
                    .putIfAbsent(row.subscription().facts().id(), row.place());
            if (first != null) {
                return Optional.of(first);
            }
        }
        rows.add(stored);
        return Optional.empty();
    }

    /** Notes that a file has a customer. */
    void customerOf(String file, String customerId) {
        Optional<String> known = customerOfFile.get(file);
        if (known == null) {
            customerOfFile.put(file, Optional.of(customerId));
        } else if (known.isPresent() && !known.get().equals(customerId)) {
            customerOfFile.put(file, Optional.empty());
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Hands every row to its customer.
     *
     * @param tenant the customer to take where no file tells; null if not given
     * @param owners for subscription ids, the customer of each that other files have; empty where several have it
     * @param taker takes each row with its customer
     * @param notes takes what is to be said of it
     * @throws ListException if the customer of a row cannot be told
     */
    void settle(
            @Nullable String tenant,
            Function<Set<String>, Map<String, Optional<String>>> owners,
            Consumer<StoredRow> taker,
            List<Warning> notes) {
        Set<String> ids = rows.stream()
                .flatMap(stored -> Stream.ofNullable(stored.row().subscription()))
                .map(CustomerRow.SubscriptionRow::id)
                .collect(Collectors.toSet());
        Map<String, Optional<String>> ownerOf = owners.apply(ids);
        Warnings found = new Warnings();
        for (StoredRow stored : rows) {
            CustomerRow row = stored.row();
            Optional<String> owner = row.subscription() == null
                    ? Optional.empty()
                    : ownerOf.getOrDefault(row.subscription().id(), Optional.empty());
            taker.accept(stored.of(owner.orElseGet(() -> customer(tenant, row, found))));
        }
        notes.addAll(found.toList());
    }

    private String customer(@Nullable String tenant, CustomerRow row, Warnings found) {
        if (tenant != null && !tenant.equals(ReadOptions.UNKNOWN_TENANT)) {
            return CellParser.canonicalId(tenant);
        }
        Map<String, List<String>> candidates = customerOfFile.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().get(),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (candidates.size() != 1 && tenant != null) {
            found.add(
                    row.place(),
                    row.kind().spelled(FactFields.CUSTOMER_ID),
                    "no customer",
                    "the customer in the file, from --tenant ID, or from another file of the run with exactly one"
                            + " customer");
            return tenant;
        }
        if (candidates.size() != 1) {
            String several = candidates.isEmpty() ? "" : " (several files have one: " + shown(candidates) + ")";
            throw new ListException(row.place()
                    + ": found a subscription without its customer, expected the customer in the file, from --tenant"
                    + " ID, or from another file of the run with exactly one customer" + several);
        }
        Map.Entry<String, List<String>> only = candidates.entrySet().iterator().next();
        found.add(
                row.place(),
                row.kind().spelled(FactFields.CUSTOMER_ID),
                "no customer",
                "one (taken as " + Texts.quoted(only.getKey()) + ", the only customer of "
                        + only.getValue().get(0) + ")");
        return only.getKey();
    }

    private static String shown(Map<String, List<String>> candidates) {
        return candidates.entrySet().stream()
                .limit(3)
                .map(entry ->
                        Texts.quoted(entry.getKey()) + " in " + entry.getValue().get(0))
                .collect(Collectors.joining(", "));
    }
}
