package org.migrationadvisor.rulebook.semantics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a definition holds for a fact, with the values it gives. Two are equal only if they are the same one. */
public final class Conclusion {
    private final Definition definition;
    private final Object subject;
    private final List<@Nullable Object> values;

    Conclusion(Definition definition, Object subject, @Nullable Object... values) {
        this.definition = definition;
        this.subject = subject;
        this.values = Collections.unmodifiableList(Arrays.asList(values));
    }

    /** What holds. */
    public Definition definition() {
        return definition;
    }

    /** The fact that it is about. */
    public Object subject() {
        return subject;
    }

    /** A value by its place in the definition, counted from 0; null if it is unknown. */
    @Nullable
    Object value(int index) {
        return values.get(index);
    }

    /** What tells it from other conclusions about the same fact. */
    List<@Nullable Object> identity() {
        return values;
    }
}
