package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which rows of a customer are one subscription: those with one id; else those with one SKU, if the customer has
 * exactly one subscription of it. What it did is noted, once per file.
 */
final class Joins {

    private final SubscriptionMerger merger;
    private final Warnings notes = new Warnings();

    Joins(SubscriptionMerger merger) {
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
    Map<String, List<Taken>> join(Map<String, List<Taken>> rows) {
        rows.values().forEach(this::noteSameId);
        boolean allWithId = rows.values().stream()
                .flatMap(List::stream)
                .allMatch(row -> row.hasId() && !row.kind().is(RowKind.Trait.ID_OF_DIRECTORY));
        if (allWithId) {
            return rows;
        }
        Map<String, List<Taken>> joined = new TreeMap<>();
        Map<String, List<Taken>> ofDirectory = new TreeMap<>();
        Map<String, List<Taken>> withoutId = new TreeMap<>();
        rows.forEach((id, same) -> {
            if (same.stream().noneMatch(Taken::hasId)) {
                withoutId.put(id, same);
            } else if (same.stream().allMatch(row -> row.kind().is(RowKind.Trait.ID_OF_DIRECTORY))) {
                ofDirectory.put(id, same);
            } else {
                joined.put(id, new ArrayList<>(same));
            }
        });
        joinDirectoryIds(ofDirectory, joined);
        withoutId.forEach((id, same) -> joinSku(id, same, joined));
        return joined;
    }

    private void noteSameId(List<Taken> rows) {
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
                        row.kind().spelled(Field.SUBSCRIPTION_ID),
                        "a subscription that " + first + " has too",
                        "the same one (joined by subscription id)"));
    }

    /** A directory's own id never is that of another source: only the SKU can tell. */
    private void joinDirectoryIds(Map<String, List<Taken>> ofDirectory, Map<String, List<Taken>> joined) {
        Map<String, List<String>> idsOfSku = new TreeMap<>();
        ofDirectory.forEach(
                (id, rows) -> merger.sku(rows).ifPresent(sku -> idsOfSku.computeIfAbsent(sku, key -> new ArrayList<>())
                        .add(id)));
        Map<String, List<Taken>> others = new TreeMap<>(joined);
        ofDirectory.forEach((id, rows) -> {
            Optional<String> sku = merger.sku(rows);
            boolean only = sku.isPresent()
                    && idsOfSku.getOrDefault(sku.get(), List.of()).size() == 1;
            List<String> found = only ? withSku(sku.get(), others) : List.of();
            if (found.size() == 1) {
                attach(rows, found.get(0), joined);
            } else {
                joined.put(id, new ArrayList<>(rows));
            }
        });
    }

    private void joinSku(String standIn, List<Taken> rows, Map<String, List<Taken>> joined) {
        Optional<String> sku = merger.sku(rows);
        List<String> found = sku.isPresent() ? withSku(sku.get(), joined) : List.of();
        if (found.size() == 1) {
            attach(rows, found.get(0), joined);
        } else if (found.isEmpty()) {
            joined.put(standIn, new ArrayList<>(rows));
        } else {
            rows.forEach(row -> notes.add(
                    row.place(),
                    row.kind().spelled(Field.OFFER_ID),
                    "a SKU of which the customer has several subscriptions",
                    "one subscription of it (its numbers are left out, as they cannot be parted)"));
        }
    }

    private void attach(List<Taken> rows, String id, Map<String, List<Taken>> joined) {
        joined.computeIfAbsent(id, key -> new ArrayList<>()).addAll(rows);
        rows.forEach(row -> notes.add(
                row.place(),
                row.kind().spelled(Field.OFFER_ID),
                "a SKU without the id of its subscription",
                "the customer's only subscription of it (joined by tenant and SKU)"));
    }

    private List<String> withSku(String sku, Map<String, List<Taken>> subscriptions) {
        List<String> ids = new ArrayList<>();
        subscriptions.forEach((id, rows) -> {
            if (merger.sku(rows).filter(sku::equals).isPresent()) {
                ids.add(id);
            }
        });
        return ids;
    }
}
