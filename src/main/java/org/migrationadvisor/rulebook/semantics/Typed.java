package org.migrationadvisor.rulebook.semantics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.Span;

/**
 * An expression whose type is known.
 *
 * @param type its type
 * @param choices for a choice, the values it can have; else empty
 * @param fact for a fact, its kind
 * @param mayBeUnknown whether it is a field that is null where it is not known
 * @param term reads it
 * @param constant its value, where that is fixed when the rules are loaded
 * @param text the expression with all names resolved
 * @param span its place in the file
 */
record Typed(
        ValueType type,
        List<String> choices,
        @Nullable FactType fact,
        boolean mayBeUnknown,
        Evaluator term,
        @Nullable Object constant,
        String text,
        Span span) {

    static Typed constant(ValueType type, Object value, Span span) {
        String text = value instanceof String characters ? quoted(characters) : value.toString();
        return new Typed(type, List.of(), null, false, new Values.Constant(value), value, text, span);
    }

    /** A list of the policy, which many conditions may name. */
    static Typed list(List<?> value, String name, Span span) {
        return new Typed(
                ValueType.TEXTS, List.of(), null, false, new Values.Constant(value), value, "policy." + name, span);
    }

    /** A value of the policy that is not set. */
    static Typed unset(ValueType type, String name, Span span) {
        return new Typed(type, List.of(), null, true, new Values.Constant(null), null, "policy." + name, span);
    }

    /** In quotes that end where the text does, as conditions with equal texts are taken for one. */
    private static String quoted(String characters) {
        return '"' + characters.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Typed truth(Evaluator term, String text, Span span) {
        return new Typed(ValueType.TRUTH, List.of(), null, false, term, null, "(" + text + ")", span);
    }

    static Typed calculated(ValueType type, Evaluator term, String text, Span span) {
        return new Typed(type, List.of(), null, false, term, null, text, span);
    }

    boolean isConstant() {
        return constant != null;
    }

    /** Whether it is the same for all facts: a constant, or a value of the policy that is not set. */
    boolean isFixed() {
        return term instanceof Values.Constant;
    }

    /** The term by which it is compared: null where it is not known. */
    Evaluator known() {
        return choices.contains(Vocabulary.UNKNOWN) ? Values.known(term) : term;
    }

    /** Whether comparing it with a value asks whether it is known. */
    boolean asksForUnknown(Typed value) {
        return choices.contains(Vocabulary.UNKNOWN) && Vocabulary.UNKNOWN.equals(value.constant());
    }
}
