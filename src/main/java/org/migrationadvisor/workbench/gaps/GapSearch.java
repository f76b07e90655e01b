package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.loading.Contradictions;
import org.migrationadvisor.rulebook.loading.Contradictions.Exclusive;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.workbench.gaps.Subspace.Cover;

/**
 * Searches the decision space of a rules folder for gaps. Whether a rule holds depends only on the facts from which the
 * fields in its conditions are made. So each question (can these two codes meet, does one of these always come, does
 * this rule ever matter) is put to all combinations of the facts on which the rules in question depend, with all other
 * facts plain; and all questions to customers drawn from the whole space besides, in case this reasoning has a hole.
 */
public final class GapSearch {
    private final RulesFolder folder;
    private final Rulebook rulebook;
    private final FactAssembler assembler;
    private final Boundaries boundaries;
    private final DecisionSpace space;
    private final Reads reads;
    private final EquivalentValues alike;
    private final InputEvaluation evaluation;
    private final LocalDate asOf;
    private final Map<Set<RuleDefinition>, Subspace> parts = new HashMap<>();

    private GapSearch(RulesFolder folder, LocalDate asOf) {
        this.folder = folder;
        this.asOf = asOf;
        this.rulebook = Rulebook.load(folder);
        this.assembler = new FactAssembler(rulebook);
        List<RuleDefinition> all = new ArrayList<>(rulebook.rules());
        rulebook.contradictions().due().forEach(due -> all.add(due.rule()));
        OfferChoices offers = new OfferChoices(rulebook.catalog(), assembler, all);
        this.boundaries = new Boundaries(new RawFacts(rulebook.fields()), all, rulebook.policy(), offers, asOf);
        this.space = new DecisionSpace(boundaries);
        this.reads = new Reads(space);
        this.alike = new EquivalentValues(space, assembler);
        this.evaluation =
                new InputEvaluation(space, MigrationAdvisor.of(rulebook), assembler, rulebook.contradictions());
    }

    /**
     * Searches a rules folder.
     *
     * @param asOf the day of the advice, to which all days of the search are relative, UTC
     * @throws RulebookException with every problem found, if the rules do not load
     */
    public static GapReport search(RulesFolder folder, LocalDate asOf) {
        return new GapSearch(folder, asOf).search();
    }

    private GapReport search() {
        SeenAdvice all = new SeenAdvice(rulebook.contradictions());
        List<GapReport.Part> searchedParts = new ArrayList<>();
        for (Set<RuleDefinition> question : questions()) {
            Subspace part = part(question);
            SeenAdvice tally = evaluation.of(part);
            all.add(tally);
            searchedParts.add(new GapReport.Part(
                    names(part.axes()),
                    part.cover().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    tally.inputs()));
        }
        long inputs = all.inputs();
        BitSet searched = searched();
        Subspace whole = Subspace.whole(space, searched.stream().toArray());
        SeenAdvice drawn = evaluation.of(whole);
        all.add(drawn);
        Gaps gaps = new Gaps(folder, rulebook, space, evaluation, searched, this::part);
        return new GapReport(
                rulebook.fingerprint(),
                asOf,
                gaps.of(all),
                rulebook.contradictions().exclusive().size()
                        + rulebook.contradictions().due().size(),
                inputs,
                names(searched.stream().toArray()),
                space.size(searched),
                searchedParts,
                drawn.inputs(),
                whole.cover() == Cover.FULL,
                unsearched());
    }

    /** Fields that the rules read and that are in no table of what they are made of. */
    private List<String> unsearched() {
        Set<String> unknown = new TreeSet<>();
        rulebook.rules().stream()
                .flatMap(rule -> FieldUse.allConditions(rule).stream())
                .flatMap(condition -> condition.fields().stream())
                .filter(field -> field.madeOf() == null)
                .forEach(field -> unknown.add(field.qualifiedName()));
        return List.copyOf(unknown);
    }

    private BitSet searched() {
        BitSet searched = reads.axes(rulebook.rules());
        rulebook.contradictions().due().forEach(due -> searched.or(reads.axes(due.rule())));
        return searched;
    }

    private List<String> names(int[] axes) {
        return Arrays.stream(axes)
                .mapToObj(axis -> space.axes().get(axis).name())
                .toList();
    }

    private Subspace part(Set<RuleDefinition> rules) {
        return parts.computeIfAbsent(rules, this::newPart);
    }

    private Subspace newPart(Set<RuleDefinition> rules) {
        BitSet varied = reads.axes(rules);
        int[] axes = varied.stream().toArray();
        return Subspace.of(
                space,
                axes,
                Arrays.stream(axes)
                        .mapToObj(axis -> own(axis, alike.classes(axis, rules, varied), rules))
                        .toList());
    }

    /** The values without those that are a boundary of other rules only. */
    private List<int[]> own(int axis, List<int[]> classes, Set<RuleDefinition> rules) {
        Axis values = space.axes().get(axis);
        Set<String> ids = rules.stream().map(RuleDefinition::id).collect(Collectors.toSet());
        return classes.stream()
                .map(alikes -> Arrays.stream(alikes)
                        .filter(value -> boundaries.concerns(
                                values.fact(), values.choices().get(value), ids))
                        .toArray())
                .filter(alikes -> alikes.length > 0)
                .toList();
    }

    /** The rules on which each question depends, without those that a larger question answers in full. */
    private List<Set<RuleDefinition>> questions() {
        Set<Set<RuleDefinition>> all = new LinkedHashSet<>();
        rulebook.rules().forEach(rule -> all.add(rulesOf(Set.of(rule.code()))));
        for (Exclusive exclusive : rulebook.contradictions().exclusive()) {
            exclusive.pairs().forEach(pair -> all.add(rulesOf(Set.of(pair.code(), pair.other()))));
        }
        for (Contradictions.Due due : rulebook.contradictions().due()) {
            Set<RuleDefinition> rules = rulesOf(new TreeSet<>(due.codes()));
            rules.add(due.rule());
            all.add(rules);
        }
        List<Set<RuleDefinition>> largestFirst = new ArrayList<>(all);
        largestFirst.sort(Comparator.comparingInt(rules -> -rules.size()));
        List<Set<RuleDefinition>> answered = new ArrayList<>();
        List<Set<RuleDefinition>> questions = new ArrayList<>();
        for (Set<RuleDefinition> question : largestFirst) {
            if (answered.stream().noneMatch(larger -> larger.containsAll(question))) {
                questions.add(question);
                if (part(question).cover() == Cover.FULL) {
                    answered.add(question);
                }
            }
        }
        return together(questions);
    }

    /** Questions about the same facts are put together where that takes fewer customers than each by itself. */
    private List<Set<RuleDefinition>> together(List<Set<RuleDefinition>> questions) {
        List<Set<RuleDefinition>> together = new ArrayList<>();
        for (Set<RuleDefinition> question : questions) {
            int at = 0;
            while (at < together.size() && !isLessTogether(together.get(at), question)) {
                at++;
            }
            if (at < together.size()) {
                together.set(at, union(together.get(at), question));
            } else {
                together.add(question);
            }
        }
        return together;
    }

    private boolean isLessTogether(Set<RuleDefinition> larger, Set<RuleDefinition> question) {
        BitSet more = reads.axes(question);
        more.andNot(reads.axes(larger));
        Cover cover = part(question).cover();
        if (!more.isEmpty() || part(larger).cover() != cover) {
            return false;
        }
        Subspace both = part(union(larger, question));
        return both.cover() == cover
                && both.size() <= part(larger).size() + part(question).size();
    }

    private static Set<RuleDefinition> union(Set<RuleDefinition> one, Set<RuleDefinition> other) {
        Set<RuleDefinition> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private Set<RuleDefinition> rulesOf(Set<String> codes) {
        Set<RuleDefinition> rules = new HashSet<>();
        rulebook.rules().stream()
                .filter(rule -> codes.stream()
                        .anyMatch(code -> Exclusive.names(code, rule.code(), rule.id(), rulebook.reported(rule))))
                .forEach(rules::add);
        return rules;
    }
}
