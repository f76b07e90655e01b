package org.migrationadvisor.workbench.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.semantics.Definition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;

/**
 * A rulebook as files of plain DRL, for Drools 10.2 and nothing else. They give the same advice, without its texts, for
 * facts of the types that {@code facts.drl} declares.
 */
public final class DroolsExport {
    private final Rulebook rulebook;
    private final DrlBook book;
    private final Map<String, Object> policy;
    private final Map<String, StringBuilder> rules = new LinkedHashMap<>();
    private final Map<String, String> topics = new LinkedHashMap<>();

    private DroolsExport(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.book = DrlBook.of(rulebook);
        this.policy = new TreeMap<>(rulebook.policy());
    }

    /**
     * The files by path, with {@code /}; unmodifiable.
     *
     * @throws IllegalArgumentException naming the rule, if one cannot be said in plain DRL
     */
    public static SortedMap<String, String> of(Rulebook rulebook) {
        return Collections.unmodifiableSortedMap(new DroolsExport(rulebook).files());
    }

    private SortedMap<String, String> files() {
        List<Definition> definitions = rulebook.definitions().all();
        for (Definition definition : definitions) {
            String text = new DrlDefinition(definition, book).written();
            add(definition.rules().get(0), text);
        }
        for (RuleDefinition rule : rulebook.rules()) {
            CodeDefinition code = Objects.requireNonNull(rulebook.codes().get(rule.code()), rule.code());
            add(rule, "\n" + DrlRule.of(rule, code, book));
        }
        SortedMap<String, String> files = new TreeMap<>();
        files.put("README.md", resource("README.md"));
        files.put("facts.drl", DrlFacts.of(rulebook.facts(), book, definitions, policy, rulebook.unsetPolicy()));
        String functions = resource("functions.drl");
        String head = ";\n" + imports(definitions);
        Set<String> begun = new HashSet<>();
        rules.forEach((file, text) -> {
            String topic = Objects.requireNonNull(topics.get(file));
            files.put("rules/" + file, "package " + topic + head + (begun.add(topic) ? functions : "") + text);
        });
        files.put("policy.drl", "package migration.policy" + head + functions + "\n" + DrlFacts.policyRule(policy));
        return files;
    }

    private void add(RuleDefinition rule, String text) {
        String file = rule.file().name();
        topics.put(file, rule.topic());
        rules.computeIfAbsent(file, key -> new StringBuilder()).append(text);
    }

    private static String imports(List<Definition> definitions) {
        Stream<String> facts = Stream.of("Customer", "Policy", "Recommendation", "Subscription");
        return Stream.concat(facts, definitions.stream().map(Definition::name))
                .sorted()
                .map(name -> "import migration.facts." + name + ";\n")
                .collect(Collectors.joining(
                        "", "\n", "import java.time.LocalDate;\n\nglobal java.util.List recommendations;\n\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DroolsExport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
