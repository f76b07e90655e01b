package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What definitions conclude about one fact, each asked once. The rules of one book at a time ask: for another one
 * everything is concluded anew. A fact belongs to one thread at a time.
 */
public final class Conclusions {
    private static final @Nullable Result[] NONE = {};

    private @Nullable Object book;
    private @Nullable Result[] results = NONE;
    private List<?> ofCustomer = List.of();

    /**
     * What one definition concludes about the fact.
     *
     * @param truth whether it holds; null where that is not known
     * @param facts its conclusions, where they are kept: one without further keys
     */
    record Result(@Nullable Boolean truth, List<Conclusion> facts) {
        static final Result TRUE = new Result(true, List.of());
        static final Result FALSE = new Result(false, List.of());
        static final Result UNKNOWN = new Result(null, List.of());

        static Result of(@Nullable Boolean truth) {
            return truth == null ? UNKNOWN : truth ? TRUE : FALSE;
        }
    }

    /**
     * What a definition concludes.
     *
     * @param fact the fact that has these conclusions
     */
    Result about(Object fact, Definition definition) {
        @Nullable Result[] all = of(definition);
        Result result = all[definition.number()];
        if (result == null) {
            if (definition.isOwn()) {
                result = OwnConclusion.about(fact, definition);
                all[definition.number()] = result;
            } else {
                new CustomerFacts(((DefinedAbout) fact).ofCustomer()).conclude(definition);
                result = Objects.requireNonNull(all[definition.number()]);
            }
        }
        return result;
    }

    /** Names all facts of the customer, for the definitions that combine them. */
    public void over(List<?> facts) {
        ofCustomer = List.copyOf(facts);
    }

    /** The facts of the customer, where these are the conclusions about one. */
    List<?> ofCustomer() {
        return ofCustomer;
    }

    void put(Definition definition, Result result) {
        of(definition)[definition.number()] = Objects.requireNonNull(result, "result");
    }

    private @Nullable Result[] of(Definition definition) {
        if (book != definition.book()) {
            book = definition.book();
            results = new @Nullable Result[definition.bookSize()];
        }
        return results;
    }
}
