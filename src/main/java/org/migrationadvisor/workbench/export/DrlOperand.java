package org.migrationadvisor.workbench.export;

import java.util.List;
import org.migrationadvisor.rulebook.semantics.ValueType;

/**
 * A value in a condition as plain DRL.
 *
 * @param text the value
 * @param type its type; a decimal number where Drools and the advisor calculate with different types
 * @param isKnown what holds exactly if the value is known, one condition each; empty if it always is
 * @param isConstant whether it is a text, number or truth value that stands in the rule
 * @param choices for a choice, its values; else empty
 */
record DrlOperand(String text, ValueType type, List<String> isKnown, boolean isConstant, List<String> choices) {

    DrlOperand {
        isKnown = List.copyOf(isKnown);
        choices = List.copyOf(choices);
    }

    /** A value that the rule calculates; null where one of its parts is unknown. */
    static DrlOperand calculated(String text, ValueType type) {
        return new DrlOperand(text, type, List.of(text + " != null"), false, List.of());
    }

    boolean isNumber() {
        return type == ValueType.WHOLE || type == ValueType.DECIMAL;
    }
}
