package org.migrationadvisor.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.loading.CatalogFiles;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.messages.Messages;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.FactType;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.text.Suggestion;

/** Finds codes, texts and values of the policy that nothing uses, in a folder that loads. */
final class UseReview {
    private static final String POLICY_PLACE = "policy.";
    private static final Set<String> DATES = Set.of("actFrom", "actBy");

    private final Loader loader;
    private final Problems problems;
    private final Map<String, Set<String>> rulesByCode;
    private final List<FactType> facts;

    UseReview(Loader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
        this.facts = loader.vocabulary().ofList();
        this.rulesByCode = loader.rules().stream()
                .collect(Collectors.groupingBy(
                        RuleDefinition::code,
                        Collectors.mapping(RuleDefinition::id, Collectors.toCollection(TreeSet::new))));
    }

    void run() {
        codes();
        policy();
        definitions();
        loader.languages().values().forEach(this::texts);
        loader.languages().values().forEach(this::words);
    }

    private void codes() {
        SourceFile file = Objects.requireNonNull(loader.folder().file(RulesFiles.CODES));
        for (CodeDefinition code : loader.codes().values()) {
            if (!rulesByCode.containsKey(code.code())) {
                int start = file.lineStart(code.line());
                problems.warning(
                        ProblemKind.UNUSED_CODE,
                        file,
                        new Span(start, start + code.code().length()),
                        "found the code " + code.code() + ", which no rule recommends",
                        "remove it with its texts, or write its rule with `advisor new rule ID --code " + code.code()
                                + "`");
            }
        }
    }

    private void policy() {
        Set<String> used = new HashSet<>(Set.of(CatalogFiles.SHORT_LIST_PERCENT));
        for (Syntax.RuleFile ruleFile : loader.ruleFiles()) {
            ruleFile.rules().forEach(rule -> used.addAll(policyValues(rule)));
        }
        for (Messages messages : loader.languages().values()) {
            messages.texts().values().stream()
                    .flatMap(text -> text.template().names().stream())
                    .filter(name -> name.startsWith(POLICY_PLACE))
                    .forEach(name -> used.add(name.substring(POLICY_PLACE.length())));
        }
        SourceFile file = Objects.requireNonNull(loader.folder().file(RulesFiles.POLICY));
        loader.policy().places().forEach((name, place) -> {
            if (!used.contains(name)) {
                problems.warning(
                        ProblemKind.UNUSED_POLICY_VALUE,
                        file,
                        place,
                        "found `" + name + "`, which no rule and no text uses",
                        "remove it, or read it in a rule with Policy( $value : " + name + " )");
            }
        });
    }

    private void definitions() {
        Set<Definition> used = new HashSet<>();
        Stream.of(
                        loader.rules(),
                        loader.definitions().rules(),
                        loader.contradictions().rules())
                .flatMap(List::stream)
                .forEach(rule -> used.addAll(RuleReads.definitions(rule)));
        Set<String> named = loader.languages().values().stream()
                .flatMap(messages -> messages.texts().values().stream())
                .flatMap(text -> text.template().names().stream())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        for (Definition definition : loader.definitions().all()) {
            boolean isNamed = Stream.concat(
                            Stream.of(definition.truthField()),
                            definition.values().stream().map(Definition.Value::name))
                    .anyMatch(named::contains);
            if (!isNamed && !used.contains(definition)) {
                problems.warning(
                        ProblemKind.UNUSED_DEFINITION,
                        definition.file(),
                        definition.span(),
                        "found the definition " + definition.name() + ", which nothing reads",
                        "remove it with its rules, or read it in a rule as "
                                + definition.subject().name() + "( " + definition.truthField() + " )");
            }
        }
    }

    /** The values of the policy that a rule binds. */
    private static List<String> policyValues(Syntax.Rule rule) {
        List<String> names = new ArrayList<>();
        for (Syntax.Condition condition : rule.conditions()) {
            if (condition instanceof Syntax.Pattern pattern
                    && pattern.factType().text().equals(Vocabulary.POLICY)) {
                pattern.constraints().stream()
                        .map(Syntax.Constraint::expression)
                        .filter(Syntax.Field.class::isInstance)
                        .forEach(
                                field -> names.add(((Syntax.Field) field).name().text()));
            }
        }
        return names;
    }

    private void texts(Messages messages) {
        messages.texts().forEach((key, text) -> {
            String[] parts = key.split("/", 2);
            Set<String> users = rulesByCode.getOrDefault(parts[0], Set.of());
            if (parts.length == 2 && !users.contains(parts[1])) {
                problems.warning(
                        ProblemKind.UNUSED_TEXT,
                        text.file(),
                        text.nameSpan(),
                        "found a text for rule " + parts[1] + ", which does not recommend " + parts[0]
                                + (users.isEmpty()
                                        ? ""
                                        : "; " + String.join(", ", users) + (users.size() == 1 ? " does" : " do")),
                        Suggestion.didYouMean(parts[1], users));
            } else if (parts.length == 1 && !users.isEmpty() && allHaveTheirOwn(messages, key, users)) {
                problems.warning(
                        ProblemKind.UNUSED_TEXT,
                        text.file(),
                        text.nameSpan(),
                        "found a text for " + key + ", but each rule that recommends it has a text of its own",
                        "remove it, or one of the others");
            }
            if (users.isEmpty()) {
                text.template().names().stream()
                        .filter(name -> !canBeFilled(name))
                        .forEach(name -> unknownPlace(text, name));
            }
        });
    }

    private void words(Messages messages) {
        Set<String> known = new TreeSet<>(Set.of(Vocabulary.UNKNOWN, "yes", "no"));
        for (FactType type : facts) {
            for (Property property : type.properties()) {
                property.choices().forEach(choice -> known.add(property.name() + "." + choice));
            }
        }
        messages.wordPlaces().forEach((name, entry) -> {
            if (!known.contains(name)) {
                problems.warning(
                        ProblemKind.UNUSED_WORD,
                        entry.file(),
                        entry.nameSpan(),
                        "found words for `" + name + "`, expected unknown, yes, no or field.value with a value that the"
                                + " field can have",
                        Suggestion.didYouMean(name, known));
            }
        });
    }

    private static boolean allHaveTheirOwn(Messages messages, String code, Set<String> rules) {
        return rules.stream().allMatch(rule -> messages.texts().containsKey(code + "/" + rule));
    }

    /** Whether a rule could fill a place without a {@code with} of its own. */
    private boolean canBeFilled(String name) {
        if (name.startsWith(POLICY_PLACE)) {
            return loader.policy().names().contains(name.substring(POLICY_PLACE.length()));
        }
        return DATES.contains(name) || facts.stream().anyMatch(type -> has(type, name.split("\\.", -1), 0));
    }

    private boolean has(FactType type, String[] path, int from) {
        Property property = type.property(path[from]);
        if (property == null) {
            return false;
        }
        if (from == path.length - 1) {
            return property.factType() == null;
        }
        return facts.stream().anyMatch(fact -> fact.name().equals(property.factType()) && has(fact, path, from + 1));
    }

    private void unknownPlace(Messages.Text text, String name) {
        List<String> known =
                facts.stream().flatMap(type -> type.propertyNames().stream()).toList();
        problems.warning(
                ProblemKind.UNKNOWN_PLACEHOLDER,
                text.file(),
                text.placeOf(name),
                "found {" + name + "}, which is no field, and no rule recommends the code and could give it",
                Suggestion.didYouMean(name, known));
    }
}
