package org.migrationadvisor.workbench.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Finds the small changes that can be made to one rule: those of whole conditions and of the dates it gives. */
final class Mutations {
    private static final Map<String, String> OTHER_FUNCTIONS =
            Map.of("sum", "max", "max", "min", "min", "max", "average", "max");

    private final RuleDefinition rule;
    private final List<String> codes;
    private final List<Mutation> found = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final ExpressionMutations expressions;

    private Mutations(RuleDefinition rule, List<String> codes) {
        this.rule = rule;
        this.codes = codes;
        this.expressions = new ExpressionMutations(rule, this::add);
    }

    /**
     * The changes in the order of the file, no two of which give the same text. Not all of them need load.
     *
     * @param codes the codes of the catalogue
     */
    static List<Mutation> of(RuleDefinition rule, List<String> codes) {
        Mutations mutations = new Mutations(rule, codes);
        rule.syntax().conditions().forEach(mutations::condition);
        mutations.consequence(rule.syntax().consequence());
        return mutations.found;
    }

    private void add(Span span, String replacement, Span place, String what) {
        Mutation mutation = new Mutation(rule, span, replacement, place, what);
        if (texts.add(mutation.mutated())) {
            found.add(mutation);
        }
    }

    private void condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Pattern pattern) {
            pattern(pattern);
        } else if (condition instanceof Syntax.Group group) {
            drop(group.span());
            String word = group.negated() ? "not" : "exists";
            String other = group.negated() ? "exists" : "not";
            Span start = new Span(group.span().start(), group.span().start() + word.length());
            add(start, other, start, "`" + word + "` becomes `" + other + "`");
            group(group.patterns());
        } else if (condition instanceof Syntax.Accumulate accumulate) {
            accumulate(accumulate);
        }
    }

    private void pattern(Syntax.Pattern pattern) {
        if (pattern.binding() == null && !pattern.factType().text().equals(Vocabulary.POLICY)) {
            drop(pattern.span());
        }
        constraints(pattern.constraints());
    }

    private void group(List<Syntax.Pattern> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            Span own = patterns.get(i).span();
            if (i + 1 < patterns.size()) {
                drop(new Span(own.start(), patterns.get(i + 1).span().start()), own);
            } else if (i > 0) {
                drop(new Span(patterns.get(i - 1).span().end(), own.end()), own);
            }
            constraints(patterns.get(i).constraints());
        }
    }

    private void accumulate(Syntax.Accumulate accumulate) {
        drop(accumulate.span());
        constraints(accumulate.pattern().constraints());
        String function = accumulate.function().text();
        String other = OTHER_FUNCTIONS.get(function);
        if (other != null) {
            Span place = accumulate.function().span();
            add(place, other, place, "`" + function + "` becomes `" + other + "`");
        }
        constraints(accumulate.constraints());
    }

    private void constraints(List<Syntax.Constraint> constraints) {
        for (int i = 0; i < constraints.size(); i++) {
            Syntax.Constraint constraint = constraints.get(i);
            if (constraint.binding() == null) {
                boolean last = i + 1 == constraints.size();
                Span own = constraint.span();
                int start = last && i > 0 ? constraints.get(i - 1).span().end() : own.start();
                int end = last ? own.end() : constraints.get(i + 1).span().start();
                drop(new Span(start, end), own);
                expressions.condition(constraint.expression());
            } else if (!(constraint.expression() instanceof Syntax.Field)) {
                compared(constraint);
            }
        }
    }

    /** The changes of a condition on what a variable before it stands for, such as {@code $end : endDate != null}. */
    private void compared(Syntax.Constraint constraint) {
        Syntax.Expression expression = constraint.expression();
        Syntax.Expression named = Syntax.parts(expression).get(0);
        Span condition = new Span(named.span().end(), expression.span().end());
        drop(condition, expression.span());
        expressions.condition(expression);
    }

    private void drop(Span span) {
        drop(span, span);
    }

    private void drop(Span span, Span place) {
        add(span, "", place, "`" + expressions.source(place) + "` is dropped");
    }

    private void consequence(Syntax.Expression expression) {
        if (expression instanceof Syntax.Call step && step.on() != null) {
            consequence(step.on());
            Span dropped = new Span(step.on().span().end(), step.span().end());
            drop(dropped, new Span(step.name().span().start(), step.span().end()));
            step.arguments().forEach(expressions::value);
        } else if (rule.concludes() && expression instanceof Syntax.Call conclude) {
            concluded(((Syntax.Call) conclude.arguments().get(0)).arguments());
        } else if (expression instanceof Syntax.Call recommend) {
            Span code = recommend.arguments().get(0).span();
            String other = codes.get((codes.indexOf(rule.code()) + 1) % codes.size());
            add(code, other, code, "`" + rule.code() + "` becomes `" + other + "`");
        }
    }

    /** The changes of what is concluded: a text is replaced by others that rules conclude in its place. */
    private void concluded(List<Syntax.Expression> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            Span place = arguments.get(i).span();
            String written = expressions.source(place);
            rule.concluded().definition().values().get(i - 1).choices().stream()
                    .map(choice -> '"' + choice + '"')
                    .filter(choice -> !choice.equals(written))
                    .forEach(choice -> add(place, choice, place, "`" + written + "` becomes `" + choice + "`"));
            expressions.value(arguments.get(i));
        }
    }
}
