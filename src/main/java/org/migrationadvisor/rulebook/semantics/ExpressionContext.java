package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** What is known while one expression is checked: what it can name, and what it has named so far. */
final class ExpressionContext {
    private final SourceFile file;
    private final Problems problems;
    private final Scope scope;
    private final @Nullable FactType self;
    private final Vocabulary vocabulary;
    private final int hung;
    private final List<Integer> slots = new ArrayList<>();
    private final List<FieldRead> fields = new ArrayList<>();
    private boolean readsCount = true;

    /** @param self the fact of the pattern that the expression stands in; null outside a pattern */
    ExpressionContext(SourceFile file, Problems problems, Scope scope, @Nullable FactType self, Vocabulary vocabulary) {
        this(file, problems, scope, self, vocabulary, FieldRead.OWN);
    }

    /**
     * @param hung slot of the fact on whose pattern the expression is hung as a condition, though it stands outside of it;
     *     the texts of such conditions are alike in all rules
     */
    ExpressionContext(
            SourceFile file, Problems problems, Scope scope, @Nullable FactType self, Vocabulary vocabulary, int hung) {
        this.hung = hung;
        this.file = file;
        this.problems = problems;
        this.scope = scope;
        this.self = self;
        this.vocabulary = vocabulary;
    }

    Scope scope() {
        return scope;
    }

    @Nullable
    FactType self() {
        return self;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Tells what is wrong; null, for the expression that there is not. */
    @Nullable
    Typed wrong(ProblemKind kind, Span span, String what, @Nullable String mend) {
        problems.error(kind, file, span, what, mend);
        return null;
    }

    /** A part of the file as written. */
    String written(Syntax.Expression expression) {
        return file.text(expression.span());
    }

    String written(Typed typed) {
        return file.text(typed.span());
    }

    /** The place of another fact or result among those that the expression names. */
    int place(int slot) {
        int at = slots.indexOf(slot);
        if (at < 0) {
            slots.add(slot);
            at = slots.size() - 1;
        }
        return at;
    }

    /** Whether a fact is the one on whose pattern the expression is hung as a condition. */
    boolean isHungOn(int slot) {
        return slot == hung;
    }

    void reads(FieldRead field) {
        if (readsCount) {
            fields.add(isHungOn(field.slot()) && self == null ? new FieldRead(FieldRead.OWN, field.path()) : field);
        }
    }

    /** Checks what an expression names only through something else, so that it is not said to read it. */
    @Nullable
    Typed withoutReads(Supplier<@Nullable Typed> check) {
        boolean before = readsCount;
        readsCount = false;
        try {
            return check.get();
        } finally {
            readsCount = before;
        }
    }

    List<Integer> slots() {
        return List.copyOf(slots);
    }

    List<FieldRead> fields() {
        return List.copyOf(fields);
    }
}
