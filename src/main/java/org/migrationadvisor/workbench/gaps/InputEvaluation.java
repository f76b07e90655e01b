package org.migrationadvisor.workbench.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.migrationadvisor.Advice;
import org.migrationadvisor.FactAssembler;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.rulebook.loading.Contradictions;

/** Advises on inputs and notes what is seen. Thread-safe. */
final class InputEvaluation {
    private static final int INPUTS_PER_BLOCK = 2_048;

    private final DecisionSpace space;
    private final MigrationAdvisor advisor;
    private final FactAssembler assembler;
    private final Contradictions contradictions;

    InputEvaluation(
            DecisionSpace space, MigrationAdvisor advisor, FactAssembler assembler, Contradictions contradictions) {
        this.space = space;
        this.advisor = advisor;
        this.assembler = assembler;
        this.contradictions = contradictions;
    }

    /** The same inputs with other rules. */
    InputEvaluation with(MigrationAdvisor other) {
        return new InputEvaluation(space, other, assembler, contradictions);
    }

    /** Advises on all inputs of a part, on all processors; the result does not depend on their number. */
    SeenAdvice of(Subspace part) {
        long blocks = (part.size() + INPUTS_PER_BLOCK - 1) / INPUTS_PER_BLOCK;
        return LongStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> block(part, block * INPUTS_PER_BLOCK))
                .reduce(new SeenAdvice(contradictions), InputEvaluation::sum);
    }

    private static SeenAdvice sum(SeenAdvice a, SeenAdvice b) {
        SeenAdvice sum = a.empty();
        sum.add(a);
        sum.add(b);
        return sum;
    }

    private SeenAdvice block(Subspace part, long from) {
        List<int[]> inputs = new ArrayList<>(INPUTS_PER_BLOCK);
        long to = Math.min(part.size(), from + INPUTS_PER_BLOCK);
        for (long number = from; number < to; number++) {
            int[] input = part.input(number);
            if (!space.repeats(input)) {
                inputs.add(input);
            }
        }
        return of(inputs);
    }

    /** What is seen for one input. */
    SeenAdvice of(int[] input) {
        return of(List.of(input));
    }

    private SeenAdvice of(List<int[]> inputs) {
        Map<LocalDate, List<int[]>> byDay = new LinkedHashMap<>();
        for (int[] input : inputs) {
            byDay.computeIfAbsent(space.draw(input).asOf(), day -> new ArrayList<>())
                    .add(input);
        }
        SeenAdvice tally = new SeenAdvice(contradictions);
        byDay.forEach((day, ofDay) -> {
            List<Customer> customers =
                    ofDay.stream().map(input -> space.draw(input).customer()).toList();
            Iterator<Advice> advice = advisor.advise(customers.stream(), day).iterator();
            for (int i = 0; i < customers.size(); i++) {
                tally.see(ofDay.get(i), advice.next(), assembler.facts(customers.get(i), day));
            }
        });
        return tally;
    }

    /** The advice for one input. */
    Advice advice(int[] input) {
        DecisionSpace.Drawn drawn = space.draw(input);
        return advisor.advise(drawn.customer(), drawn.asOf());
    }

    /** The input with as few facts as possible that are not plain, for which something is still found. */
    int[] shrunk(int[] input, SeenAdvice.Finding finding) {
        int[] best = input.clone();
        for (int axis = 0; axis < best.length; axis++) {
            for (int plainer = 0; plainer < best[axis]; plainer++) {
                int[] candidate = best.clone();
                candidate[axis] = plainer;
                if (!space.repeats(candidate) && of(candidate).found(finding) != null) {
                    best = candidate;
                }
            }
        }
        return best;
    }
}
