package org.migrationadvisor.workbench.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** One rule as plain DRL. */
final class DrlRule {
    private static final String INDENT = DrlConditions.INDENT;

    private final RuleDefinition rule;
    private final CodeDefinition code;
    private final DrlConditions conditions;
    private final StringBuilder drl = new StringBuilder();

    private DrlRule(RuleDefinition rule, CodeDefinition code, DrlBook book) {
        this.rule = rule;
        this.code = code;
        this.conditions = new DrlConditions(rule, book);
    }

    /**
     * The rule as text.
     *
     * @param code what the catalogue says of its code
     * @param book what it refers to
     */
    static String of(RuleDefinition rule, CodeDefinition code, DrlBook book) {
        return new DrlRule(rule, code, book).written();
    }

    private String written() {
        drl.append("rule ")
                .append(DrlExpressions.quoted(rule.id() + " " + rule.sentence()))
                .append('\n');
        drl.append(INDENT)
                .append("@source( ")
                .append(DrlExpressions.quoted(rule.source()))
                .append(" )\nwhen\n");
        drl.append(conditions.holding()).append("then\n");
        consequence();
        return drl.append("end\n").toString();
    }

    private void consequence() {
        DrlExpressions expressions = conditions.expressions();
        String subject = "";
        String actFrom = "null";
        String actBy = "null";
        String actor = DrlExpressions.quoted(code.actor());
        List<String> values = new ArrayList<>();
        Syntax.@Nullable Expression next = rule.syntax().consequence();
        while (next instanceof Syntax.Call call) {
            List<Syntax.Expression> arguments = call.arguments();
            switch (call.name().text()) {
                case "actFrom" -> actFrom = expressions.day(arguments.get(0));
                case "actBy" -> actBy = expressions.day(arguments.get(0));
                case "actor" -> actor = expressions.value(arguments.get(0));
                case "with" -> {
                    values.add(0, expressions.value(arguments.get(1)));
                    values.add(0, expressions.value(arguments.get(0)));
                }
                default -> subject = expressions.value(arguments.get(1));
            }
            next = call.on();
        }
        drl.append(INDENT).append("recommendations.add( new Recommendation(\n");
        drl.append(INDENT.repeat(2))
                .append(DrlExpressions.quoted(code.code()))
                .append(", ")
                .append(DrlExpressions.quoted(code.severity()))
                .append(", ")
                .append(actor)
                .append(", ")
                .append(DrlExpressions.quoted(rule.id()))
                .append(", ")
                .append(subject)
                .append(",\n");
        String named = values.isEmpty() ? "null" : "named( new Object[] { " + String.join(", ", values) + " } )";
        drl.append(INDENT.repeat(2))
                .append(actFrom)
                .append(", ")
                .append(actBy)
                .append(", ")
                .append(named)
                .append(" ) );\n");
    }
}
