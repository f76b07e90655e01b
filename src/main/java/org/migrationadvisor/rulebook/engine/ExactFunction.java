package org.migrationadvisor.rulebook.engine;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.migrationadvisor.rulebook.semantics.Accumulation;

/**
 * A function of {@code accumulate}. Those of Drools calculate with {@code double}, fail on an unknown number and count
 * in {@code long}, which equals no whole number of a rule.
 */
final class ExactFunction implements AccumulateFunction<ExactFunction.Seen> {

    /** The values of the facts that match at the moment; null for one that is unknown. */
    static final class Seen extends ArrayList<@Nullable Object> {
        private static final long serialVersionUID = 1L;
    }

    private final String function;

    ExactFunction(String function) {
        this.function = function;
    }

    @Override
    public Seen createContext() {
        return new Seen();
    }

    @Override
    public void init(Seen values) {
        values.clear();
    }

    @Override
    public void accumulate(Seen values, @Nullable Object value) {
        values.add(value);
    }

    @Override
    public void reverse(Seen values, @Nullable Object value) {
        values.remove(value);
    }

    @Override
    public @Nullable Object getResult(Seen values) {
        return Accumulation.of(function, values).orElse(null);
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Object.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("rules are built from their files, never written");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("rules are built from their files, never read");
    }
}
