package org.migrationadvisor.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.engine.Match;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Value;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Suggestion;

/** How the matches of one rule become findings: its code, its texts and the values that go with them. */
final class RuleOutput {
    private static final String ACT_FROM = "actFrom";
    private static final String ACT_BY = "actBy";
    private static final String POLICY = "policy.";

    private final RuleDefinition rule;
    private final CodeDefinition code;
    private final Vocabulary vocabulary;
    private final boolean repeats;
    private final Map<String, Value> readable = new HashMap<>();
    private final List<Value> reported = new ArrayList<>();
    private final Map<String, MessageTemplate> templates = new HashMap<>();
    private final Map<String, Messages> languages = new HashMap<>();

    RuleOutput(RuleDefinition rule, CodeDefinition code, Vocabulary vocabulary) {
        this.rule = rule;
        this.code = code;
        this.vocabulary = vocabulary;
        this.repeats = rule.conditions().stream()
                        .filter(RuleDefinition.Pattern.class::isInstance)
                        .count()
                > 1;
        rule.values().forEach(value -> {
            readable.put(value.name(), value);
            reported.add(value);
        });
    }

    CodeDefinition code() {
        return code;
    }

    /** Whether matches of the rule can differ in other facts than the one it is about. */
    boolean repeats() {
        return repeats;
    }

    /** Adds the text of a language; a place in it that no value fills is told. */
    void add(String language, Messages messages, Messages.Text text, boolean reportValues, Problems problems) {
        languages.put(language, messages);
        templates.put(language, text.template());
        for (String name : text.template().names()) {
            if (name.equals(ACT_FROM) || name.equals(ACT_BY)) {
                continue;
            }
            Value value = readable.get(name);
            if (value == null) {
                value = lookUp(name);
                if (value == null && isBrokenPolicy(name)) {
                    continue;
                }
                if (value == null) {
                    problems.error(
                            ProblemKind.UNKNOWN_PLACEHOLDER,
                            text.file(),
                            text.placeOf(name),
                            "found {" + name + "} in the text of " + code.code() + ", which no value of rule "
                                    + rule.id() + " fills",
                            placeMend(name));
                    continue;
                }
                readable.put(name, value);
                if (reportValues) {
                    reported.add(value);
                }
            }
        }
    }

    private boolean isBrokenPolicy(String name) {
        return name.startsWith(POLICY) && vocabulary.isBrokenPolicyValue(name.substring(POLICY.length()));
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
                ? "did you mean {" + nearest + "}?"
                : "use a field of the fact it is about, customer.<field>, policy.<value> or a .with( \"" + name
                        + "\", ... ) in the rule";
    }

    private @Nullable Value lookUp(String name) {
        if (name.startsWith(POLICY)) {
            Object value = vocabulary.policy().get(name.substring(POLICY.length()));
            return value == null
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

    Map<String, Object> values(Match match) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Value value : reported) {
            Object read = match.read(value.reading());
            values.put(value.name(), read == null ? "unknown" : read);
        }
        return values;
    }

    String message(String language, Finding finding) {
        MessageTemplate template = templates.get(language);
        Messages messages = languages.get(language);
        if (template == null || messages == null) {
            throw new IllegalArgumentException("language: found '" + language + "', which the rules have no texts for");
        }
        return template.write(new FindingSource(finding, messages));
    }

    /** Reads the values of a finding for its message. */
    private final class FindingSource implements MessageTemplate.Source {
        private final Finding finding;
        private final Messages messages;

        FindingSource(Finding finding, Messages messages) {
            this.finding = finding;
            this.messages = messages;
        }

        @Override
        public @Nullable Object value(String name) {
            if (name.equals(ACT_FROM)) {
                return finding.actFrom();
            }
            if (name.equals(ACT_BY)) {
                return finding.actBy();
            }
            return finding.match()
                    .read(Objects.requireNonNull(readable.get(name)).reading());
        }

        @Override
        public String shown(String name, @Nullable Object value) {
            if (value == null) {
                return word("unknown", "unknown");
            }
            if (value instanceof Boolean truth) {
                return word(truth ? "yes" : "no", truth ? "yes" : "no");
            }
            if (value instanceof List<?> list) {
                return String.join(", ", list.stream().map(String::valueOf).toList());
            }
            String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
            Value known = readable.get(name);
            boolean choice = known != null && known.reading().type() == ValueType.CHOICE;
            return choice ? word(name.substring(name.lastIndexOf('.') + 1) + "." + text, text) : text;
        }

        private String word(String key, String otherwise) {
            String word = messages.word(key);
            return word == null ? otherwise : word;
        }
    }
}
