package org.migrationadvisor.rulebook.messages;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/**
 * The texts of one language, from {@code messages/<language>.yaml}: under {@code messages} one for each code, or for a
 * code and a rule as {@code CODE/RULE-ID}; under {@code words} those for values, such as {@code program.ea}.
 */
public final class Messages {
    private static final List<String> SECTIONS = List.of("words", "messages");

    /** A template with its place in the file. */
    public record Text(MessageTemplate template, SourceFile file, Span span, Span nameSpan) {

        /** Where a value stands in the text; the start of the text if it cannot be told. */
        public Span placeOf(String name) {
            int end = Math.min(file.text().length(), span.start() + 2 * MessageTemplate.LONGEST);
            int found = file.text().substring(span.start(), end).indexOf("{" + name);
            int start = span.start() + found;
            return found < 0 ? span : new Span(start, start + name.length() + 1);
        }
    }

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Map<String, String>> wordsByField = new HashMap<>();
    private final Map<String, Yaml.Entry> wordPlaces = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private boolean readable;

    private Messages() {}

    /**
     * Reads a file of messages as far as it can be; what is wrong with it is reported.
     *
     * @param language the BCP 47 tag
     * @param codes the codes that can have a text
     */
    public static Messages read(SourceFile file, String language, Set<String> codes, Problems problems) {
        Messages messages = new Messages();
        Yaml.Entry root = new Yaml(file, problems).root();
        if (root == null) {
            return messages;
        }
        Map<String, Yaml.Entry> sections = root.entries(SECTIONS);
        Yaml.Entry words = sections.get("words");
        if (words != null) {
            for (Yaml.Entry entry : words.entries()) {
                String text = entry.text();
                if (text != null) {
                    messages.word(entry.name(), text);
                    messages.wordPlaces.put(entry.name(), entry);
                }
            }
        }
        Yaml.Entry texts = sections.get("messages");
        messages.readable = texts != null || root.entries().isEmpty();
        if (texts != null) {
            Optional<MessageLanguage> known = MessageLanguage.of(language);
            if (known.isEmpty()) {
                refuse(file, language, problems);
            } else {
                texts.entries().forEach(entry -> messages.add(entry, known.get(), codes, problems));
            }
        }
        return messages;
    }

    private static void refuse(SourceFile file, String language, Problems problems) {
        String tag = language.replace('_', '-');
        problems.error(
                ProblemKind.WRONG_VALUE,
                file,
                new Span(0, 0),
                "found the name of the language `" + language
                        + "`, expected the BCP 47 tag of one for which Unicode CLDR has plural rules, such as de, pt-BR or"
                        + " zh-CN",
                MessageLanguage.of(tag).isPresent() ? "rename the file to " + RulesFiles.messages(tag) : null);
    }

    private void word(String key, String word) {
        words.put(key, word);
        int dot = key.indexOf('.');
        if (dot > 0) {
            wordsByField
                    .computeIfAbsent(key.substring(0, dot), field -> new HashMap<>())
                    .put(key.substring(dot + 1), word);
        }
    }

    private void add(Yaml.Entry entry, MessageLanguage language, Set<String> codes, Problems problems) {
        names.add(entry.name());
        String code = entry.name().replaceFirst("/.*", "");
        if (!codes.contains(code)) {
            problems.error(
                    ProblemKind.UNKNOWN_CODE,
                    entry.file(),
                    entry.nameSpan(),
                    "found a text for the code `" + code + "`, which recommendations.yaml does not hold",
                    problems.isFull(entry.file()) ? null : Suggestion.didYouMean(code, codes));
            return;
        }
        String text = entry.text();
        if (text == null) {
            return;
        }
        try {
            MessageTemplate template = MessageTemplate.parse(text.strip(), language);
            texts.put(entry.name(), new Text(template, entry.file(), entry.span(), entry.nameSpan()));
        } catch (MessageTemplate.BrokenTemplateException broken) {
            entry.wrong(ProblemKind.BROKEN_MESSAGE, broken.getMessage() + " in the text of " + entry.name(), null);
        }
    }

    /** All texts by {@code CODE} or {@code CODE/RULE-ID}, in the file's order; unmodifiable. */
    public Map<String, Text> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** Whether a code recommended by a rule has a text, even one that cannot be read, which has then been told. */
    public boolean names(String code, String ruleId) {
        return !readable || names.contains(code) || names.contains(code + "/" + ruleId);
    }

    /** Whether a code has a text for any rule. */
    public boolean names(String code) {
        return !readable || names.stream().anyMatch(name -> name.equals(code) || name.startsWith(code + "/"));
    }

    /** The text for a code recommended by a rule; null if there is none. */
    @Nullable
    public Text text(String code, String ruleId) {
        Text own = texts.get(code + "/" + ruleId);
        return own != null ? own : texts.get(code);
    }

    /** The word for a value; null if there is none. */
    @Nullable
    public String word(String key) {
        return words.get(key);
    }

    /** Where the words stand, by what they are for, in the file's order; unmodifiable. */
    public Map<String, Yaml.Entry> wordPlaces() {
        return Collections.unmodifiableMap(wordPlaces);
    }

    /** The words for the values of a field, by value; unmodifiable, and the same map each time. */
    public Map<String, String> wordsFor(String field) {
        return wordsByField.getOrDefault(field, Map.of());
    }
}
