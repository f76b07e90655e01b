package org.migrationadvisor.workbench.gaps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.DaysAfter;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.semantics.MadeOf;
import org.migrationadvisor.rulebook.semantics.Property;

/** All facts of a list that a search can choose, and which of them the fields that rules read are made of. */
final class RawFacts {
    private final FactTable table;
    private final List<RawFact> all = new ArrayList<>(List.of(RawFact.AS_OF, RawFact.SUBSCRIPTIONS));
    private final Map<FactField, RawFact> byField = new HashMap<>();

    RawFacts(FactTable table) {
        this.table = table;
        for (FactField.Owner owner : FactField.Owner.values()) {
            table.fields(owner).stream().skip(1).forEach(this::add);
        }
    }

    private void add(FactField field) {
        if (byField.containsKey(field)) {
            return;
        }
        for (Object sample : field.samples()) {
            if (sample instanceof DaysAfter days && days.field() != null) {
                add(Objects.requireNonNull(table.field(field.owner(), days.field())));
            }
        }
        RawFact fact = new RawFact(field, all.size());
        all.add(fact);
        byField.put(field, fact);
        if (field == FactFields.OFFER_ID) {
            byField.put(FactFields.OFFER_NAME, fact);
        } else if (field == FactFields.TARGET_OFFER_ID) {
            byField.put(FactFields.TARGET_OFFER_NAME, fact);
        }
    }

    /** The fact from which the days of a sample are counted. */
    RawFact base(FactField field, DaysAfter days) {
        return days.field() == null
                ? RawFact.AS_OF
                : of(Objects.requireNonNull(table.field(field.owner(), days.field())));
    }

    /** The fields of the list that each are a fact of their own. */
    List<FactField> fields() {
        return table.fields().stream()
                .filter(field -> byField.containsKey(field) && !FactFields.OF_OFFERS.contains(field))
                .toList();
    }

    FactTable table() {
        return table;
    }

    /** All of them, each after those that its values can be relative to. */
    List<RawFact> all() {
        return all;
    }

    RawFact of(FactField field) {
        return Objects.requireNonNull(byField.get(field));
    }

    /** The facts that a field of the rules is made of; null if that is not known. */
    @Nullable
    Collection<RawFact> of(Property property) {
        MadeOf made = property.madeOf();
        if (made == null) {
            return null;
        }
        Set<RawFact> facts = new LinkedHashSet<>();
        if (made.asOf()) {
            facts.add(RawFact.AS_OF);
        }
        if (made.subscriptions()) {
            facts.add(RawFact.SUBSCRIPTIONS);
        }
        made.fields().forEach(field -> facts.add(of(field)));
        return facts;
    }
}
