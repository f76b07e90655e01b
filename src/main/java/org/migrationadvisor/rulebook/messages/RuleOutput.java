package org.migrationadvisor.rulebook.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.engine.Match;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Value;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.text.LanguageFormat;
import org.migrationadvisor.text.Suggestion;

/** How the matches of one rule become findings: its code, its texts and the values that go with them. */
public final class RuleOutput {
    private static final String ACT_FROM = "actFrom";
    private static final String ACT_BY = "actBy";
    private static final String POLICY = "policy.";

    private final RuleDefinition rule;
    private final CodeDefinition code;
    private final Vocabulary vocabulary;
    private final boolean repeats;
    private final Map<String, Value> readable = new HashMap<>();
    private final List<Reading> reported = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, BoundMessage> texts = new HashMap<>();

    public RuleOutput(RuleDefinition rule, CodeDefinition code, Vocabulary vocabulary) {
        this.rule = rule;
        this.code = code;
        this.vocabulary = vocabulary;
        this.repeats = rule.conditions().stream()
                        .filter(RuleDefinition.Pattern.class::isInstance)
                        .count()
                > 1;
        rule.recommended().values().forEach(value -> {
            readable.put(value.name(), value);
            report(value);
        });
    }

    private void report(Value value) {
        names.add(value.name());
        reported.add(value.reading());
    }

    CodeDefinition code() {
        return code;
    }

    /** Whether matches of the rule can differ in other facts than the one it is about. */
    boolean repeats() {
        return repeats;
    }

    /** Adds the text of a language; a place in it that no value fills is told. */
    public void add(String language, Messages messages, Messages.Text text, boolean reportValues, Problems problems) {
        boolean complete = true;
        for (String name : text.template().names()) {
            if (name.equals(ACT_FROM) || name.equals(ACT_BY)) {
                continue;
            }
            Value value = readable.get(name);
            if (value == null) {
                value = lookUp(name);
                if (value == null && (isBroken(name) || !vocabulary.isComplete())) {
                    complete = false;
                    continue;
                }
                if (value == null) {
                    problems.error(
                            ProblemKind.UNKNOWN_PLACEHOLDER,
                            text.file(),
                            text.placeOf(name),
                            "found {" + name + "} in the text of " + code.code() + ", which no value of rule "
                                    + rule.id() + " fills",
                            problems.isFull(text.file()) ? null : placeMend(name));
                    complete = false;
                    continue;
                }
                readable.put(name, value);
                if (reportValues) {
                    report(value);
                }
            }
        }
        if (complete) {
            texts.put(
                    language,
                    text.template()
                            .bind(name -> value(name, text.template().language().format(), messages)));
        }
    }

    private BoundMessage.Value value(String name, LanguageFormat format, Messages messages) {
        return switch (name) {
            case ACT_FROM -> new ShownValue(Finding::actFrom, Map.of(), format, messages);
            case ACT_BY -> new ShownValue(Finding::actBy, Map.of(), format, messages);
            default -> {
                Reading reading = Objects.requireNonNull(readable.get(name)).reading();
                boolean choice = reading.type() == ValueType.CHOICE;
                Map<String, String> words =
                        choice ? messages.wordsFor(name.substring(name.lastIndexOf('.') + 1)) : Map.of();
                yield new ShownValue(finding -> finding.match().read(reading), words, format, messages);
            }
        };
    }

    private boolean isBroken(String name) {
        FactType type = subjectType();
        return name.startsWith(POLICY)
                ? vocabulary.isBrokenPolicyValue(name.substring(POLICY.length()))
                : type != null && vocabulary.isBrokenField(type, name);
    }

    /** What was probably meant by a place that no value fills. */
    private String placeMend(String name) {
        FactType type = subjectType();
        List<String> known = new ArrayList<>(List.of(ACT_FROM, ACT_BY));
        known.addAll(readable.keySet());
        vocabulary.policy().keySet().forEach(value -> known.add(POLICY + value));
        if (type != null) {
            known.addAll(type.propertyNames());
        }
        String nearest = Suggestion.nearest(name, known);
        return nearest != null
                ? Suggestion.didYouMean("{" + nearest + "}")
                : "use a field of the fact it is about, customer.<field>, policy.<value> or a .with( \"" + name
                        + "\", ... ) in the rule";
    }

    private @Nullable Value lookUp(String name) {
        if (name.startsWith(POLICY)) {
            String policyName = name.substring(POLICY.length());
            Object value = vocabulary.policy().get(policyName);
            return !vocabulary.isPolicyValue(policyName)
                    ? null
                    : new Value(name, new Reading(ValueType.TEXT, (own, others) -> value, List.of(), List.of()));
        }
        FactType type = subjectType();
        List<Property> path = new ArrayList<>();
        for (String step : name.split("\\.", -1)) {
            Property property = type == null ? null : type.property(step);
            if (property == null) {
                return null;
            }
            path.add(property);
            type = property.factType() == null ? null : vocabulary.type(property.factType());
        }
        Property last = path.get(path.size() - 1);
        if (last.type() == ValueType.FACT) {
            return null;
        }
        Reading reading = new Reading(
                last.type(),
                (own, others) -> read(others[0], path),
                List.of(rule.subject()),
                List.of(new RuleDefinition.FieldRead(rule.subject(), List.copyOf(path))));
        return new Value(name, reading);
    }

    private static @Nullable Object read(@Nullable Object fact, List<Property> path) {
        Object value = fact;
        for (Property property : path) {
            value = value == null ? null : property.reader().apply(value);
        }
        return value;
    }

    private @Nullable FactType subjectType() {
        for (RuleDefinition.Condition condition : rule.conditions()) {
            if (condition instanceof RuleDefinition.Pattern pattern && pattern.slot() == rule.subject()) {
                return pattern.type();
            }
        }
        return null;
    }

    /** What the rule read, by name; an unknown value is the text {@code unknown}. */
    Map<String, Object> values(Match match) {
        Object[] values = new Object[reported.size()];
        for (int i = 0; i < values.length; i++) {
            Object read = match.read(reported.get(i));
            values[i] = read == null ? "unknown" : read;
        }
        return new ReportedValues(names, values);
    }

    /** The names of the {@link #values}. */
    public Set<String> reported() {
        return Set.copyOf(names);
    }

    String message(String language, Finding finding) {
        BoundMessage message = texts.get(language);
        if (message == null) {
            throw new IllegalArgumentException("language: found '" + language + "', which the rules have no texts for");
        }
        return message.write(finding);
    }
}
