package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Constraint;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.FieldRead;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Value;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Suggestion;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Checks rules against the vocabulary and the codes, and makes them ready to run. */
public final class RuleChecker {
    private static final Pattern RULE_NAME = Pattern.compile("([A-Z]{2,6}-[0-9]{3}) +(\\S.*)");
    private static final int MOST_OTHER_FACTS = 3;
    private static final List<String> FUNCTIONS = List.of("count", "sum", "min", "max", "average");
    private static final List<String> STEPS = List.of("actFrom", "actBy", "with");

    private final Vocabulary vocabulary;
    private final Set<String> codes;
    private final Problems problems;
    private final Map<String, String> places = new HashMap<>();

    /**
     * @param codes the codes of the recommendation catalogue
     * @param problems takes what is wrong
     */
    public RuleChecker(Vocabulary vocabulary, Set<String> codes, Problems problems) {
        this.vocabulary = vocabulary;
        this.codes = codes;
        this.problems = problems;
    }

    /** The rules of a file without those that have an error, which have then been told. */
    public List<RuleDefinition> check(Syntax.RuleFile file) {
        List<RuleDefinition> rules = new ArrayList<>();
        if (file.packageName() == null && !file.rules().isEmpty()) {
            problems.error(
                    "syntax",
                    file.source(),
                    file.rules().get(0).name().span(),
                    "found a rule in a file without `package`",
                    "start the file with `package <topic>;`");
        }
        for (Syntax.Rule rule : file.rules()) {
            RuleDefinition checked = new OneRule(file, rule).check();
            if (checked != null) {
                rules.add(checked);
            }
        }
        return rules;
    }

    /** Checks one rule. */
    private final class OneRule {
        private final SourceFile file;
        private final Syntax.Rule rule;
        private final String topic;
        private final Scope scope = new Scope(null);
        private final List<RuleDefinition.Condition> conditions = new ArrayList<>();
        private final Map<String, Reading> values = new LinkedHashMap<>();
        private final Map<Integer, String> bindings = new HashMap<>();
        private int slots;
        private boolean complete = true;

        OneRule(Syntax.RuleFile ruleFile, Syntax.Rule rule) {
            this.file = ruleFile.source();
            this.rule = rule;
            this.topic =
                    ruleFile.packageName() == null ? "" : ruleFile.packageName().text();
        }

        @Nullable
        RuleDefinition check() {
            String[] name = name();
            String source = annotations();
            rule.conditions().forEach(this::condition);
            if (conditions.stream().noneMatch(RuleDefinition.Pattern.class::isInstance) && complete) {
                wrong(
                        "no-fact",
                        rule.name().span(),
                        "found a rule that matches no fact, expected at least one such as Subscription( ... )",
                        null);
            }
            Outcome outcome = new Outcome();
            boolean recommends = outcome.read();
            if (!complete || !recommends || name == null || source == null) {
                return null;
            }
            List<Value> reported = new ArrayList<>();
            values.forEach((key, reading) -> reported.add(new Value(key, reading)));
            return new RuleDefinition(
                    name[0],
                    name[1],
                    file,
                    file.line(rule.name().span().start()),
                    topic,
                    source,
                    List.copyOf(conditions),
                    slots,
                    outcome.code,
                    outcome.subject,
                    outcome.actFrom,
                    outcome.actBy,
                    List.copyOf(reported),
                    rule);
        }

        private void wrong(String kind, Span span, String what, @Nullable String mend) {
            problems.error(kind, file, span, what, mend);
            complete = false;
        }

        private String @Nullable [] name() {
            Matcher matcher = RULE_NAME.matcher(rule.name().text());
            if (!matcher.matches()) {
                wrong(
                        "missing-id",
                        rule.name().span(),
                        "found the rule name \"" + rule.name().text() + "\", expected an id and a sentence",
                        "for example \"TIM-010 Wait until the original is near its natural end\"");
                return null;
            }
            String place = file.name() + ":" + file.line(rule.name().span().start());
            String other = places.putIfAbsent(matcher.group(1), place);
            if (other != null) {
                wrong(
                        "duplicate-id",
                        rule.name().span(),
                        "found the id " + matcher.group(1) + " again, expected each id once; it stands first in "
                                + other,
                        "give the rule the next free id; ids step by ten");
            }
            return new String[] {matcher.group(1), matcher.group(2).strip()};
        }

        private @Nullable String annotations() {
            String source = null;
            Set<String> seen = new HashSet<>();
            for (Syntax.Annotation annotation : rule.annotations()) {
                String name = annotation.name().text();
                if (!name.equals("source")) {
                    String mend = Suggestion.didYouMean(name, List.of("source"));
                    wrong(
                            "unknown-annotation",
                            annotation.name().span(),
                            "found the annotation @" + name + ", expected @source",
                            mend == null ? "write remarks as comments" : mend);
                } else if (!seen.add(name)) {
                    wrong(
                            "unknown-annotation",
                            annotation.name().span(),
                            "found @source twice, expected it once",
                            null);
                } else if (annotation.value().text().isBlank()) {
                    wrong(
                            "missing-source",
                            annotation.value().span(),
                            "found an empty @source, expected a page and year",
                            null);
                } else {
                    source = annotation.value().text();
                }
            }
            if (source == null && seen.isEmpty()) {
                wrong(
                        "missing-source",
                        rule.name().span(),
                        "found a rule without @source, expected the page and year that say so",
                        "add a line such as @source( \"Moving license-based services customers (2018), step 3\" )");
            }
            return source;
        }

        private void condition(Syntax.Condition condition) {
            if (condition instanceof Syntax.Pattern pattern) {
                topPattern(pattern);
            } else if (condition instanceof Syntax.Group group) {
                Scope inner = new Scope(scope);
                List<RuleDefinition.Pattern> patterns = new ArrayList<>();
                for (Syntax.Pattern syntax : group.patterns()) {
                    RuleDefinition.Pattern pattern = pattern(syntax, inner);
                    if (pattern != null) {
                        patterns.add(pattern);
                    }
                }
                conditions.add(new RuleDefinition.Group(group.negated(), List.copyOf(patterns), group.span()));
            } else {
                accumulate((Syntax.Accumulate) condition);
            }
        }

        private void topPattern(Syntax.Pattern syntax) {
            if (syntax.factType().text().equals(Vocabulary.POLICY)) {
                policy(syntax);
                return;
            }
            RuleDefinition.Pattern pattern = pattern(syntax, scope);
            if (pattern != null) {
                conditions.add(pattern);
                pattern.constraints().forEach(constraint -> report(constraint.reading(), pattern.slot()));
            }
        }

        /** Notes what a reading reads, to be reported with the recommendation. */
        private void report(Reading reading, int ownSlot) {
            for (FieldRead own : reading.fields()) {
                FieldRead field = own.in(ownSlot);
                Property last = field.path().get(field.path().size() - 1);
                if (last.type() == ValueType.FACT) {
                    continue;
                }
                String name = field.name();
                Reading known = values.get(name);
                if (known != null && !known.slots().equals(slotsOf(field)) && bindings.containsKey(field.slot())) {
                    name = bindings.get(field.slot()) + "." + name;
                }
                values.putIfAbsent(name, reader(field, last.type()));
            }
        }

        private List<Integer> slotsOf(FieldRead field) {
            return field.slot() == FieldRead.POLICY ? List.of() : List.of(field.slot());
        }

        private Reading reader(FieldRead field, ValueType type) {
            if (field.slot() == FieldRead.POLICY) {
                Object value = vocabulary.policy().get(field.path().get(0).name());
                return new Reading(type, (own, others) -> value, List.of(), List.of(field));
            }
            List<Property> path = field.path();
            Term term = (own, others) -> {
                Object value = others[0];
                for (Property property : path) {
                    value = value == null ? null : property.of(value);
                }
                return value;
            };
            return new Reading(type, term, List.of(field.slot()), List.of(field));
        }

        private void policy(Syntax.Pattern syntax) {
            FactType type = Objects.requireNonNull(vocabulary.type(Vocabulary.POLICY));
            if (syntax.binding() != null) {
                wrong(
                        "not-allowed",
                        syntax.binding().span(),
                        "found a variable for the whole policy, expected variables for its values",
                        "for example Policy( $near : nearExpiryDays )");
            }
            for (Syntax.Constraint constraint : syntax.constraints()) {
                if (constraint.binding() == null
                        || !(constraint.expression() instanceof Syntax.Field field)
                        || field.of() != null) {
                    wrong(
                            "not-allowed",
                            constraint.span(),
                            "found a condition on the policy, expected a variable for one of its values",
                            "for example Policy( $near : nearExpiryDays )");
                    continue;
                }
                Property property = type.property(field.name().text());
                if (property == null) {
                    String nearest = Suggestion.didYouMean(field.name().text(), type.propertyNames());
                    wrong(
                            "unknown-policy-value",
                            field.span(),
                            "found `" + field.name().text() + "`, which policy.yaml does not hold",
                            nearest == null
                                    ? "add a line such as `" + field.name().text() + ": 30` to policy.yaml"
                                    : nearest);
                    continue;
                }
                Object value = Objects.requireNonNull(vocabulary.policy().get(property.name()));
                bind(constraint.binding(), new Scope.Constant(property, value), scope);
            }
        }

        private void bind(Syntax.Name name, Scope.Variable variable, Scope in) {
            if (!name.text().startsWith("$")) {
                wrong(
                        "syntax",
                        name.span(),
                        "found the variable `" + name.text() + "`, expected a name that starts with $",
                        "write $" + name.text());
            }
            if (in.find(name.text()) != null) {
                wrong(
                        "duplicate-variable",
                        name.span(),
                        "found the variable " + name.text() + " again, expected each name once",
                        null);
            }
            in.add(name.text(), variable);
        }

        private RuleDefinition.@Nullable Pattern pattern(Syntax.Pattern syntax, Scope in) {
            FactType type = vocabulary.type(syntax.factType().text());
            if (type == null || type.name().equals(Vocabulary.POLICY)) {
                wrong(
                        "unknown-fact",
                        syntax.factType().span(),
                        "found the fact `" + syntax.factType().text() + "`, expected one of "
                                + String.join(", ", vocabulary.typeNames()),
                        type == null
                                ? Suggestion.didYouMean(syntax.factType().text(), vocabulary.typeNames())
                                : "the policy is always there: name it at the start of the rule");
                return null;
            }
            int slot = slots++;
            String binding = syntax.binding() == null ? null : syntax.binding().text();
            if (syntax.binding() != null) {
                bind(syntax.binding(), new Scope.Fact(slot, type), in);
                bindings.put(slot, syntax.binding().text());
            }
            List<Constraint> constraints = new ArrayList<>();
            for (Syntax.Constraint constraint : syntax.constraints()) {
                constraint(constraint, in, type, slot, constraints);
            }
            return new RuleDefinition.Pattern(slot, type, binding, List.copyOf(constraints), syntax.span());
        }

        private void constraint(Syntax.Constraint syntax, Scope in, FactType type, int slot, List<Constraint> into) {
            if (syntax.binding() != null) {
                bindField(syntax, syntax.binding(), in, type, slot);
                return;
            }
            if (syntax.expression() instanceof Syntax.Binary both
                    && both.operator().text().equals("&&")) {
                constraint(new Syntax.Constraint(null, both.left(), both.left().span()), in, type, slot, into);
                constraint(
                        new Syntax.Constraint(null, both.right(), both.right().span()), in, type, slot, into);
                return;
            }
            ExpressionChecker checker = new ExpressionChecker(file, problems, in, type, vocabulary);
            ExpressionChecker.Typed typed = checker.truth(syntax.expression());
            if (typed == null) {
                complete = false;
            } else if (checker.reading(typed).slots().size() > MOST_OTHER_FACTS) {
                wrong(
                        "not-allowed",
                        syntax.span(),
                        "found a condition that names more than " + MOST_OTHER_FACTS + " other facts",
                        "write it as several conditions");
            } else {
                into.add(new Constraint(
                        typed.text(), syntax.span(), checker.reading(typed), checker.join(), syntax.expression()));
            }
        }

        private void bindField(Syntax.Constraint syntax, Syntax.Name name, Scope in, FactType type, int slot) {
            ExpressionChecker checker = new ExpressionChecker(file, problems, in, type, vocabulary);
            ExpressionChecker.Typed typed = checker.check(syntax.expression());
            if (typed == null) {
                complete = false;
                return;
            }
            List<FieldRead> fields = checker.reading(typed).fields();
            boolean isField = syntax.expression() instanceof Syntax.Field && fields.size() == 1;
            if (!isField || fields.get(0).slot() != FieldRead.OWN) {
                wrong(
                        "not-allowed",
                        syntax.span(),
                        "found a variable for a calculated value, expected a field behind the colon",
                        "put the condition and the variable on two lines");
                return;
            }
            List<Property> path = fields.get(0).path();
            bind(name, typed.fact() == null ? new Scope.FieldOf(slot, path) : factOf(slot, path, name), in);
        }

        private Scope.Variable factOf(int slot, List<Property> path, Syntax.Name name) {
            wrong(
                    "not-allowed",
                    name.span(),
                    "found a variable for the fact `" + path.get(0).name() + "`, expected one for a value",
                    "match the fact itself, for example " + name.text() + " : Customer( ... )");
            return new Scope.FieldOf(slot, path);
        }

        private void accumulate(Syntax.Accumulate syntax) {
            Scope inner = new Scope(scope);
            RuleDefinition.Pattern pattern = pattern(syntax.pattern(), inner);
            String function = syntax.function().text();
            if (!FUNCTIONS.contains(function)) {
                wrong(
                        "not-allowed",
                        syntax.function().span(),
                        "found `" + function + "`, expected one of " + String.join(", ", FUNCTIONS),
                        Suggestion.didYouMean(function, FUNCTIONS));
                return;
            }
            Reading argument = null;
            if (!function.equals("count")) {
                argument = argument(syntax, inner, pattern == null ? null : pattern.type());
                if (argument == null) {
                    return;
                }
            }
            int slot = slots++;
            boolean whole = function.equals("count");
            bind(syntax.result(), new Scope.Result(slot, whole ? ValueType.WHOLE : ValueType.DECIMAL), scope);
            List<Constraint> constraints = new ArrayList<>();
            for (Syntax.Constraint constraint : syntax.constraints()) {
                ExpressionChecker checker = new ExpressionChecker(file, problems, scope, null, vocabulary);
                ExpressionChecker.Typed typed = checker.truth(constraint.expression());
                if (typed == null) {
                    complete = false;
                } else if (!Set.of(slot).containsAll(checker.reading(typed).slots())) {
                    wrong(
                            "not-allowed",
                            constraint.span(),
                            "found another fact in the condition on "
                                    + syntax.result().text() + ", expected only the result and values of the policy",
                            null);
                } else {
                    Reading reading = checker.reading(typed);
                    constraints.add(
                            new Constraint(typed.text(), constraint.span(), reading, null, constraint.expression()));
                    report(reading, slot);
                }
            }
            values.put(syntax.result().text().substring(1), result(slot, whole));
            if (pattern != null) {
                conditions.add(new RuleDefinition.Accumulate(
                        pattern, slot, function, argument, List.copyOf(constraints), syntax.span()));
            }
        }

        private Reading result(int slot, boolean whole) {
            return new Reading(
                    whole ? ValueType.WHOLE : ValueType.DECIMAL, (own, others) -> others[0], List.of(slot), List.of());
        }

        private @Nullable Reading argument(Syntax.Accumulate syntax, Scope inner, @Nullable FactType type) {
            if (syntax.argument() == null) {
                wrong(
                        "syntax",
                        syntax.function().span(),
                        "found `" + syntax.function().text() + "()`, expected a number to take it of",
                        "bind a field in the pattern, such as $seats : seats, and write "
                                + syntax.function().text() + "( $seats )");
                return null;
            }
            ExpressionChecker checker = new ExpressionChecker(file, problems, inner, null, vocabulary);
            ExpressionChecker.Typed typed = checker.check(syntax.argument());
            if (typed == null || type == null) {
                complete = false;
                return null;
            }
            if (!typed.type().isNumber()) {
                wrong("wrong-type", typed.span(), "found " + typed.type().shown() + ", expected a number", null);
                return null;
            }
            return checker.reading(typed);
        }

        /** What the rule recommends: the chain of calls behind {@code then}. */
        private final class Outcome {
            private String code = "";
            private int subject = -1;
            private @Nullable Reading actFrom;
            private @Nullable Reading actBy;

            boolean read() {
                boolean rightBefore = complete;
                Syntax.Expression expression = rule.consequence();
                List<Syntax.Call> steps = new ArrayList<>();
                while (expression instanceof Syntax.Call call && call.on() != null) {
                    steps.add(0, call);
                    expression = call.on();
                }
                if (!(expression instanceof Syntax.Call recommend)
                        || !recommend.name().text().equals("recommend")) {
                    wrong(
                            "not-allowed",
                            expression.span(),
                            "found something else than recommend( CODE, $fact )",
                            "a rule only recommends: facts cannot be changed and no code can be run");
                    return false;
                }
                recommend(recommend);
                if (rightBefore) {
                    steps.forEach(this::step);
                }
                return complete;
            }

            private void recommend(Syntax.Call call) {
                if (call.arguments().size() != 2) {
                    wrong(
                            "wrong-value",
                            call.span(),
                            "found " + call.arguments().size()
                                    + " values in recommend( ... ), expected a code and a fact",
                            "for example recommend( WAIT_FOR_EXPIRY, $original );");
                    return;
                }
                code(call.arguments().get(0));
                if (call.arguments().get(1) instanceof Syntax.Variable variable) {
                    subject(variable);
                } else {
                    wrong(
                            "wrong-value",
                            call.arguments().get(1).span(),
                            "found no variable, expected the variable of the fact that it is about",
                            "bind the fact, for example $original : Subscription( ... )");
                }
            }

            private void code(Syntax.Expression expression) {
                if (!(expression instanceof Syntax.Field field) || field.of() != null) {
                    wrong(
                            "unknown-code",
                            expression.span(),
                            "found no code, expected one of recommendations.yaml",
                            "codes are written without quotes, for example WAIT_FOR_EXPIRY");
                    return;
                }
                code = field.name().text();
                if (!codes.contains(code)) {
                    String nearest = Suggestion.didYouMean(code, codes);
                    wrong(
                            "unknown-code",
                            field.span(),
                            "found the code `" + code + "`, which recommendations.yaml does not hold",
                            nearest == null ? "add it there, with severity, actor and order" : nearest);
                }
            }

            private void subject(Syntax.Variable variable) {
                Scope.Variable found = scope.find(variable.name());
                if (found instanceof Scope.Fact fact) {
                    subject = fact.slot();
                } else if (found == null) {
                    if (complete) {
                        wrong(
                                "unknown-variable",
                                variable.span(),
                                "found the variable " + variable.name() + ", which no condition of the rule binds",
                                Suggestion.didYouMean(variable.name(), scope.names()));
                    }
                } else {
                    wrong(
                            "wrong-type",
                            variable.span(),
                            "found " + variable.name() + ", which is a value, expected a Customer or a Subscription",
                            null);
                }
            }

            private void step(Syntax.Call call) {
                String name = call.name().text();
                switch (name) {
                    case "actFrom" -> actFrom = date(call);
                    case "actBy" -> actBy = date(call);
                    case "with" -> with(call);
                    default -> {
                        String nearest = Suggestion.didYouMean(name, STEPS);
                        wrong(
                                "not-allowed",
                                call.name().span(),
                                "found a call of `" + name + "`, expected one of " + String.join(", ", STEPS),
                                nearest == null ? "a rule only recommends" : nearest);
                    }
                }
            }

            private @Nullable Reading date(Syntax.Call call) {
                if (call.arguments().size() != 1) {
                    wrong(
                            "wrong-value",
                            call.span(),
                            "found " + call.arguments().size() + " values in "
                                    + call.name().text() + "( ... ), expected one date",
                            null);
                    return null;
                }
                return reading(call.arguments().get(0), ValueType.DATE);
            }

            private @Nullable Reading reading(Syntax.Expression expression, @Nullable ValueType type) {
                ExpressionChecker checker = new ExpressionChecker(file, problems, scope, null, vocabulary);
                ExpressionChecker.Typed typed =
                        type == null ? checker.check(expression) : checker.ofType(type, expression);
                if (typed == null) {
                    complete = false;
                    return null;
                }
                Reading reading = checker.reading(typed);
                report(reading, FieldRead.OWN);
                return reading;
            }

            private void with(Syntax.Call call) {
                if (call.arguments().size() != 2
                        || !(call.arguments().get(0) instanceof Syntax.Literal name)
                        || name.kind() != Syntax.LiteralKind.TEXT) {
                    wrong(
                            "wrong-value",
                            call.span(),
                            "found something else than a name and a value in with( ... )",
                            "for example .with( \"overlap\", $days )");
                    return;
                }
                Reading reading = reading(call.arguments().get(1), null);
                if (reading != null) {
                    values.put(name.text(), reading);
                }
            }
        }
    }
}
