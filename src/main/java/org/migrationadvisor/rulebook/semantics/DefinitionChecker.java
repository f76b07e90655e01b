package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Syntax;

/** Checks what a folder defines. */
public final class DefinitionChecker {
    private final Vocabulary words;
    private final Problems problems;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    /**
     * @param files the rule files of the folder
     * @param words the words of every book
     * @param problems takes what is wrong
     */
    public DefinitionChecker(List<Syntax.RuleFile> files, Vocabulary words, Problems problems) {
        this.problems = problems;
        new DeclarationChecker(words, problems).check(files).forEach(each -> definitions.put(each.name(), each));
        Set<String> declared = new HashSet<>();
        files.forEach(file -> file.declarations()
                .forEach(declaration -> declared.add(declaration.name().text())));
        boolean complete = isComplete(files) && definitions.keySet().containsAll(declared);
        this.words = words.with(List.copyOf(definitions.values()), complete);
    }

    /** The words of the book, with those that it defines. */
    public Vocabulary vocabulary() {
        return words;
    }

    Map<String, Definition> definitions() {
        return definitions;
    }

    /** Whether all files that define names could be read to their end. */
    static boolean isComplete(List<Syntax.RuleFile> files) {
        return files.stream().filter(Syntax.RuleFile::definesNames).allMatch(Syntax.RuleFile::isComplete);
    }

    /**
     * The definitions with the rules that conclude them; circles are told.
     *
     * @param rules all rules of the folder, by file and line
     */
    public Definitions concludedBy(List<RuleDefinition> rules) {
        List<Definition> all = List.copyOf(definitions.values());
        rules.stream()
                .filter(RuleDefinition::concludes)
                .forEach(rule -> rule.concluded().definition().concludedBy(rule));
        rules.stream()
                .flatMap(rule -> CustomerTies.patterns(rule).stream())
                .flatMap(pattern -> Stream.ofNullable(pattern.type().definition()))
                .forEach(Definition::matched);
        all.forEach(new Circles()::search);
        Set<Definition> combining = combining(all);
        Object book = new Object();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).placed(i, book, all.size(), !combining.contains(all.get(i)));
        }
        return new Definitions(all);
    }

    /** The definitions that combine facts, themselves or through the conclusions they match. */
    private static Set<Definition> combining(List<Definition> all) {
        Set<Definition> combining = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Definition definition : all) {
                if (!definition.rules().stream().allMatch(rule -> OwnConclusion.looksAtOneFact(rule, combining))) {
                    more |= combining.add(definition);
                }
            }
        }
        return combining;
    }

    /** Finds definitions that are concluded from themselves. */
    private final class Circles {
        private final Set<Definition> done = new HashSet<>();
        private final Map<Definition, RuleDefinition> path = new LinkedHashMap<>();

        void search(Definition definition) {
            for (RuleDefinition rule : List.copyOf(definition.rules())) {
                path.put(definition, rule);
                for (Definition read : RuleReads.definitions(rule)) {
                    if (path.containsKey(read)) {
                        tell(read);
                    } else if (!done.contains(read)) {
                        search(read);
                    }
                }
                path.remove(definition);
            }
            done.add(definition);
        }

        /** Tells of a circle, and leaves its definitions without rules, so that they can be read nevertheless. */
        private void tell(Definition start) {
            List<Definition> circle = new ArrayList<>(path.keySet());
            circle = circle.subList(circle.indexOf(start), circle.size());
            List<String> steps = new ArrayList<>();
            for (int i = 0; i < circle.size(); i++) {
                RuleDefinition rule = Objects.requireNonNull(path.get(circle.get(i)));
                steps.add(circle.get(i).name() + " reads "
                        + circle.get((i + 1) % circle.size()).name() + " (" + rule.id() + ", "
                        + rule.file().name()
                        + ":" + rule.line() + ")");
            }
            problems.error(
                    ProblemKind.CIRCULAR_DEFINITION,
                    start.file(),
                    start.span(),
                    "found " + start.name() + ", which is concluded from itself: " + String.join(", ", steps),
                    "let one of the rules read what the list says instead");
            circle.forEach(Definition::forgetRules);
        }
    }
}
