package org.migrationadvisor.input.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Warning;
import org.migrationadvisor.input.row.Warnings;

/**
 * Tells which rows of a customer are one subscription: those with one id; else those with one SKU, if the customer has
 * exactly one subscription of it. What it did is noted, once per file.
 */
public final class SubscriptionMatcher {

    private final SubscriptionMerger merger;
    private final Warnings notes = new Warnings();

    SubscriptionMatcher(SubscriptionMerger merger) {
        this.merger = merger;
    }

    /** What was joined by what, and what could not be. */
    List<Warning> notes() {
        return notes.toList();
    }

    /**
     * The rows of one customer by subscription.
     *
     * @param rows by id, or by a stand-in for rows without one
     */
    Map<String, List<SubscriptionRow>> join(Map<String, List<SubscriptionRow>> rows) {
        rows.values().forEach(this::noteSameId);
        boolean allWithId = rows.values().stream()
                .flatMap(List::stream)
                .allMatch(row -> row.hasId() && !row.kind().is(RowKind.Trait.ID_OF_DIRECTORY));
        if (allWithId) {
            return rows;
        }
        Joined joined = new Joined();
        Map<String, List<SubscriptionRow>> ofDirectory = new TreeMap<>();
        Map<String, List<SubscriptionRow>> withoutId = new TreeMap<>();
        rows.forEach((id, same) -> {
            if (same.stream().noneMatch(SubscriptionRow::hasId)) {
                withoutId.put(id, same);
            } else if (same.stream().allMatch(row -> row.kind().is(RowKind.Trait.ID_OF_DIRECTORY))) {
                ofDirectory.put(id, same);
            } else {
                joined.add(id, same);
            }
        });
        joinDirectoryIds(ofDirectory, joined);
        withoutId.forEach((id, same) -> joinSku(id, same, joined));
        return joined.rows;
    }

    private void noteSameId(List<SubscriptionRow> rows) {
        if (rows.size() < 2 || !rows.get(0).hasId()) {
            return;
        }
        TreeSet<String> files = new TreeSet<>();
        rows.forEach(row -> files.add(row.place().file()));
        if (files.size() < 2) {
            return;
        }
        String first = files.first();
        rows.stream()
                .filter(row -> !row.isOf(first))
                .forEach(row -> notes.add(
                        row.place(),
                        row.kind().spelled(FactFields.SUBSCRIPTION_ID),
                        "a subscription that " + first + " has too",
                        "the same one (joined by subscription id)"));
    }

    /** A directory's own id never is that of another source: only the SKU can tell. */
    private void joinDirectoryIds(Map<String, List<SubscriptionRow>> ofDirectory, Joined joined) {
        Map<String, Integer> idsOfSku = new HashMap<>();
        ofDirectory.values().forEach(rows -> merger.sku(rows).ifPresent(sku -> idsOfSku.merge(sku, 1, Integer::sum)));
        ofDirectory.forEach((id, rows) -> {
            List<String> found = merger.sku(rows)
                    .filter(sku -> idsOfSku.getOrDefault(sku, 0) == 1)
                    .map(joined::withSku)
                    .orElse(List.of());
            if (found.size() == 1) {
                attach(rows, found.get(0), joined);
            } else {
                joined.add(id, rows);
            }
        });
    }

    private void joinSku(String standIn, List<SubscriptionRow> rows, Joined joined) {
        List<String> found = merger.sku(rows).map(joined::withSku).orElse(List.of());
        if (found.size() == 1) {
            attach(rows, found.get(0), joined);
        } else if (found.isEmpty()) {
            joined.add(standIn, rows);
        } else {
            rows.forEach(row -> notes.add(
                    row.place(),
                    row.kind().spelled(FactFields.OFFER_ID),
                    "a SKU of which the customer has several subscriptions",
                    "one subscription of it (its numbers are left out, as they cannot be told apart)"));
        }
    }

    private void attach(List<SubscriptionRow> rows, String id, Joined joined) {
        joined.addTo(id, rows);
        rows.forEach(row -> notes.add(
                row.place(),
                row.kind().spelled(FactFields.OFFER_ID),
                "a SKU without the id of its subscription",
                "the customer's only subscription of it (joined by tenant and SKU)"));
    }

    /** The rows of subscriptions by id, and the ids by SKU: looked up, not searched, however many there are. */
    private final class Joined {
        private final Map<String, List<SubscriptionRow>> rows = new TreeMap<>();
        private final Map<String, List<String>> idsOfSku = new HashMap<>();

        void add(String id, List<SubscriptionRow> same) {
            rows.put(id, new ArrayList<>(same));
            merger.sku(same).ifPresent(sku -> idsOfSku.computeIfAbsent(sku, unused -> new ArrayList<>())
                    .add(id));
        }

        /** Adds rows with the SKU that a subscription has already. */
        void addTo(String id, List<SubscriptionRow> more) {
            Objects.requireNonNull(rows.get(id), "id").addAll(more);
        }

        List<String> withSku(String sku) {
            return idsOfSku.getOrDefault(sku, List.of());
        }
    }
}
