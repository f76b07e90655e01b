package org.migrationadvisor.rulebook.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactTable;

/**
 * Searches for facts for which conditions hold, by trying all values that make a difference. What it proves is that
 * there are none: of conditions of which trying tells nothing it assumes that they can hold.
 */
final class ConditionSearch {
    private static final int MOST_WORLDS = 300_000;

    private ConditionSearch() {}

    /** Whether it is proved that no facts make all conditions hold. */
    static boolean isEmpty(List<Atom> atoms) {
        return isEmpty(atoms, LocalDate.MIN);
    }

    /** Whether it is proved that, from a day on, no facts make all conditions hold. */
    static boolean isEmpty(List<Atom> atoms, LocalDate from) {
        return components(known(atoms)).stream()
                .anyMatch(component -> !new Search(component, component, from, world -> true).finds());
    }

    /** Whether it is proved that a condition holds wherever others do. */
    static boolean implies(List<Atom> given, Atom implied) {
        if (given.stream()
                .anyMatch(atom ->
                        atom.constraint().text().equals(implied.constraint().text()) && atom.own() == implied.own())) {
            return true;
        }
        if (implied.isOpaque()) {
            return false;
        }
        List<Atom> all = new ArrayList<>(known(given));
        all.add(implied);
        for (List<Atom> component : components(all)) {
            if (component.contains(implied)) {
                List<Atom> others =
                        component.stream().filter(atom -> !atom.equals(implied)).toList();
                return !mayHave(others, implied, world -> !implied.holds(world));
            }
        }
        return false;
    }

    private static List<Atom> known(List<Atom> atoms) {
        return atoms.stream().filter(atom -> !atom.isOpaque()).toList();
    }

    /** Parts the conditions into groups that share no field, each of which can be searched by itself. */
    private static List<List<Atom>> components(List<Atom> atoms) {
        boolean datesMatter =
                atoms.stream().anyMatch(atom -> !atom.constants().dates().isEmpty());
        List<List<Atom>> components = new ArrayList<>();
        List<Set<String>> fieldsOf = new ArrayList<>();
        for (Atom atom : atoms) {
            List<Atom> joined = new ArrayList<>(List.of(atom));
            Set<String> fields = linked(atom.fields(), datesMatter);
            for (int i = components.size() - 1; i >= 0; i--) {
                if (fieldsOf.get(i).stream().anyMatch(fields::contains)) {
                    joined.addAll(components.remove(i));
                    fields.addAll(fieldsOf.remove(i));
                }
            }
            components.add(joined);
            fieldsOf.add(fields);
        }
        return components;
    }

    /** The fields by which a condition is tied to others; the as-of date ties only where it cannot be chosen freely. */
    private static Set<String> linked(Set<String> fields, boolean datesMatter) {
        Set<String> linked = new TreeSet<>(fields);
        if (!datesMatter) {
            linked.remove(Fields.AS_OF);
        }
        if (fields.stream().anyMatch(Fields.OFFERS::contains)) {
            linked.addAll(Fields.OFFERS);
        }
        return linked;
    }

    private static boolean mayHave(List<Atom> atoms, Atom also, Predicate<SampleFacts> wanted) {
        List<Atom> all = new ArrayList<>(atoms);
        all.add(also);
        return new Search(atoms, all, LocalDate.MIN, wanted).finds();
    }

    /** One search through the values of the fields that conditions read. */
    private static final class Search {
        private final List<Atom> atoms;
        private final LocalDate from;
        private final Predicate<SampleFacts> wanted;
        private final List<String> fields;
        private final FactTable table;
        private final Candidates candidates;
        private final Map<String, @Nullable Object> values = new HashMap<>();
        private List<List<@Nullable Object>> choices = List.of();
        private int tried;

        Search(List<Atom> atoms, List<Atom> reading, LocalDate from, Predicate<SampleFacts> wanted) {
            this.atoms = atoms;
            this.from = from;
            this.wanted = wanted;
            this.table = reading.get(0).table();
            Constants constants = new Constants();
            Set<String> read = new LinkedHashSet<>();
            reading.forEach(atom -> {
                constants.addAll(atom.constants());
                read.addAll(atom.fields());
            });
            boolean compared = reading.stream()
                    .anyMatch(atom -> atom.fields().stream()
                                    .filter(field -> Candidates.isCompared(
                                            Fields.values(field, table).type()))
                                    .count()
                            > 1);
            this.candidates = new Candidates(constants, compared, table);
            read.remove(Fields.AS_OF);
            this.fields = List.copyOf(read);
        }

        /** Whether there are such facts, or so many to be tried that it is not known. */
        boolean finds() {
            List<LocalDate> asOfDates = candidates.hasDates() ? candidates.asOfDates(from) : List.of(SampleFacts.AS_OF);
            return asOfDates.stream().anyMatch(this::findsAsOf);
        }

        private boolean findsAsOf(LocalDate asOf) {
            values.put(Fields.AS_OF, asOf);
            choices = fields.stream().map(field -> candidates.of(field, asOf)).toList();
            return findsFrom(0);
        }

        private boolean findsFrom(int index) {
            if (index == fields.size()) {
                return isFound();
            }
            for (Object value : choices.get(index)) {
                values.put(fields.get(index), value);
                if (findsFrom(index + 1)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isFound() {
            if (++tried > MOST_WORLDS) {
                return true;
            }
            if (!SampleFacts.isPossible(values)) {
                return false;
            }
            SampleFacts world = SampleFacts.of(values, table);
            return atoms.stream().allMatch(atom -> atom.holds(world)) && wanted.test(world);
        }
    }
}
