package org.migrationadvisor.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of a run: those that every list can carry, then own columns. Immutable. */
public final class FactTable {

    /** The fields that every list can carry. */
    public static final FactTable STANDARD = new FactTable(FactFields.table());

    private final List<FactField> fields;
    private final List<FactField> ofCustomer;
    private final List<FactField> ofSubscription;
    private final @Nullable Object[] unknownCustomer;
    private final @Nullable Object[] unknownSubscription;
    private final Map<String, FactField> byColumn;
    private final Map<String, FactField> byKey;
    private final Map<String, FactField> byName;

    private FactTable(List<FactField> fields) {
        this.fields = List.copyOf(fields);
        this.ofCustomer = filtered(FactField::ofCustomer);
        this.ofSubscription = filtered(field -> !field.ofCustomer());
        this.unknownCustomer = ofCustomer.stream().map(FactField::unknown).toArray();
        this.unknownSubscription =
                ofSubscription.stream().map(FactField::unknown).toArray();
        this.byColumn = index(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), FactField::column);
        this.byKey = index(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), FactField::key);
        this.byName = index(new HashMap<>(), FactField::toString);
    }

    private List<FactField> filtered(Predicate<FactField> wanted) {
        return fields.stream().filter(wanted).toList();
    }

    private Map<String, FactField> index(Map<String, FactField> index, Function<FactField, String> name) {
        fields.forEach(field -> index.put(name.apply(field), field));
        return index;
    }

    /** This table with further fields; this one itself if there are none. */
    public FactTable with(Collection<FieldEntry> own) {
        if (own.isEmpty()) {
            return this;
        }
        List<FactField> all = new ArrayList<>(fields);
        own.forEach(field -> all.add(field.after(all)));
        return new FactTable(all);
    }

    /** This table with the own columns of another, where neither their names nor their columns are taken here. */
    public FactTable and(FactTable other) {
        return with(other.own().stream()
                .filter(field -> ofKey(field.key()) == null && ofColumn(field.column()) == null)
                .map(FactField::entry)
                .toList());
    }

    /** All fields, in the order of the canonical list. */
    public List<FactField> fields() {
        return fields;
    }

    /** The own columns among them, in the order in which they are declared. */
    public List<FactField> own() {
        return fields.subList(FactFields.table().size(), fields.size());
    }

    /** The fields of customers, or of subscriptions. */
    public List<FactField> fields(FactField.Owner owner) {
        return owner == FactField.Owner.CUSTOMER ? ofCustomer : ofSubscription;
    }

    /** The values of a fact of which nothing is known. */
    @Nullable
    Object[] unknown(FactField.Owner owner) {
        return (owner == FactField.Owner.CUSTOMER ? unknownCustomer : unknownSubscription).clone();
    }

    /** The field of a CSV header name, in any letter case; null if there is none. */
    public @Nullable FactField ofColumn(String column) {
        return byColumn.get(column);
    }

    /** The field of a JSON key, in any letter case; null if there is none. */
    public @Nullable FactField ofKey(String key) {
        return byKey.get(key);
    }

    /** The field of a fact by its name; null if there is none. */
    public @Nullable FactField field(FactField.Owner owner, String name) {
        return field(owner.fact() + "." + name);
    }

    /** A field by its name with that of its fact in front, such as {@code Subscription.endDate}; null if there is none. */
    public @Nullable FactField field(String qualifiedName) {
        return byName.get(qualifiedName);
    }

    /** The names of the fields of customers, or of subscriptions. */
    List<String> names(FactField.Owner owner) {
        return fields(owner).stream().map(FactField::name).toList();
    }

    /** All header names of CSV, in the order of the canonical list. */
    public List<String> columns() {
        return fields.stream().map(FactField::column).toList();
    }

    /** The keys of a JSON customer, or of a JSON subscription. */
    public List<String> keys(boolean ofCustomer) {
        return (ofCustomer ? this.ofCustomer : ofSubscription)
                .stream().map(FactField::key).toList();
    }

    /** How JSON spells the fields. */
    public Map<FactField, String> spelledAsKeys() {
        Map<FactField, String> spelled = new FieldMap<>();
        fields.forEach(field -> spelled.put(field, field.key()));
        return spelled;
    }
}
