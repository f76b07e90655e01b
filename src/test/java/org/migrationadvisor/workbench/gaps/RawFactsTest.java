package org.migrationadvisor.workbench.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.FactTypes;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/** Holds what fields say that they are made of against the fields themselves. */
class RawFactsTest {

    @Test
    void everyFieldThatRulesCanReadSaysWhatItIsMadeOf() {
        assertThat(FactTypes.of(FactTable.STANDARD).stream().flatMap(type -> type.properties().stream()))
                .allSatisfy(property -> assertThat(property.madeOf())
                        .as(property.qualifiedName())
                        .isNotNull());
    }

    @Test
    void noFieldDependsOnAFactThatItDoesNotName() {
        Rulebook rulebook = Rulebook.load(RulesFolder.bundled());
        FactAssembler assembler = new FactAssembler(rulebook);
        OfferChoices offers = new OfferChoices(rulebook.catalog(), assembler, rulebook.rules());
        DecisionSpace space = new DecisionSpace(new Boundaries(
                new RawFacts(FactTable.STANDARD),
                rulebook.rules(),
                rulebook.policy(),
                offers,
                LocalDate.of(2026, 11, 20)));
        SplittableRandom random = new SplittableRandom(1);
        Set<String> unnamed = new TreeSet<>();

        for (int round = 0; round < 2_000; round++) {
            int[] input = space.plain(2);
            for (int axis = 0; axis < input.length; axis++) {
                if (space.axes().get(axis).fact() != RawFact.SUBSCRIPTIONS) {
                    input[axis] =
                            random.nextInt(space.axes().get(axis).choices().size());
                }
            }
            int axis = random.nextInt(input.length);
            int[] other = input.clone();
            other[axis] = random.nextInt(space.axes().get(axis).choices().size());
            compare(space, assembler, input, other, unnamed);
        }

        assertThat(unnamed).isEmpty();
    }

    @Test
    void anOwnColumnIsSearchedWithAllItsValuesAndBothSidesOfItsBoundaries() {
        RulesFolder folder = RulesFolder.bundled().with("facts.yaml", """
                        Subscription:
                          migrationWave: { column: migration_wave, values: [first, later] }
                          signedOn: { column: signed_on, type: date }
                          devices: { column: devices, type: whole }
                        """).with("waves/waves.drl", """
                        package waves;

                        rule "WAV-010 What is in the first wave is let go"
                            @source( "Our migration plan (2026)" )
                        when
                            $original : Subscription( migrationWave == "first", signedOn > "2026-05-04", devices >= 7 )
                        then
                            recommend( LET_EXPIRE, $original );
                        end
                        """);
        Rulebook rulebook = Rulebook.load(folder);
        List<RuleDefinition> waves = rulebook.rules().stream()
                .filter(rule -> rule.id().equals("WAV-010"))
                .toList();
        OfferChoices offers = new OfferChoices(rulebook.catalog(), new FactAssembler(rulebook), waves);
        RawFacts facts = new RawFacts(rulebook.fields());
        Boundaries boundaries = new Boundaries(facts, waves, rulebook.policy(), offers, LocalDate.of(2026, 11, 20));
        DecisionSpace space = new DecisionSpace(boundaries);

        List<Axis> own = space.axes().stream()
                .filter(axis -> !axis.second()
                        && rulebook.fields().own().stream()
                                .anyMatch(field -> field.key().equals(axis.name())))
                .toList();

        assertThat(own).extracting(Axis::name).containsExactly("migrationWave", "signedOn", "devices");
        assertThat(own.get(0).choices())
                .containsExactly(new Choice.Fixed("first"), new Choice.Fixed("later"), new Choice.Fixed("unknown"));
        assertThat(own.get(1).choices())
                .contains(
                        new Choice.Fixed(null),
                        new Choice.Fixed(LocalDate.of(2026, 5, 3)),
                        new Choice.Fixed(LocalDate.of(2026, 5, 4)),
                        new Choice.Fixed(LocalDate.of(2026, 5, 5)));
        assertThat(own.get(2).choices())
                .contains(new Choice.Fixed(null), new Choice.Fixed(6), new Choice.Fixed(7), new Choice.Fixed(8));
        assertThat(space.draw(space.plain()).customer().subscriptions().get(0).fact("migrationWave"))
                .isEqualTo("first");
    }

    private static void compare(
            DecisionSpace space, FactAssembler assembler, int[] input, int[] other, Set<String> unnamed) {
        List<RawFact> changed = changed(space, input, other);
        if (changed.stream().anyMatch(fact -> fact == RawFact.SUBSCRIPTIONS || fact == RawFact.AS_OF)) {
            return;
        }
        List<Object> facts = facts(space, assembler, input);
        List<Object> others = facts(space, assembler, other);
        for (int i = 0; i < facts.size(); i++) {
            for (FactType type : FactTypes.of(FactTable.STANDARD)) {
                if (type.javaType().isInstance(facts.get(i))) {
                    for (Property property : type.properties()) {
                        Collection<RawFact> made =
                                Objects.requireNonNull(space.facts().of(property));
                        Object before = property.reader().apply(facts.get(i));
                        Object after = property.reader().apply(others.get(i));
                        boolean customer = property.name().equals("customer");
                        if (!customer
                                && !Objects.equals(before, after)
                                && changed.stream().noneMatch(made::contains)) {
                            unnamed.add(type.name() + "." + property.name() + " on " + changed);
                        }
                    }
                }
            }
        }
    }

    /** The facts whose values differ, those that are relative to the one that was changed included. */
    private static List<RawFact> changed(DecisionSpace space, int[] input, int[] other) {
        Object[] values = space.values(input);
        Object[] others = space.values(other);
        List<RawFact> changed = new ArrayList<>();
        for (int axis = 0; axis < values.length; axis++) {
            if (!Objects.equals(values[axis], others[axis])) {
                changed.add(space.axes().get(axis).fact());
            }
        }
        return changed;
    }

    private static List<Object> facts(DecisionSpace space, FactAssembler assembler, int[] input) {
        int[] valid = space.first(input);
        DecisionSpace.Drawn drawn = space.draw(valid);
        return assembler.facts(drawn.customer(), drawn.asOf());
    }
}
