package org.migrationadvisor.rulebook.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A message with places for values, in a part of the ICU message syntax: {@code {name}}, {@code {name, plural, one {#
 * day} other {# days}}} and {@code {name, select, unknown {...} other {...}}}; and {@code {amount, money, currency}} for a
 * value and the one that names its currency. A brace that is meant as such stands between apostrophes. A template has at most 5,000 characters and 200 parts, as it is kept for each rule that uses it.
 */
public final class MessageTemplate {

    /** The most characters that a template may have. */
    static final int LONGEST = 5_000;

    private static final int MOST_PARTS = 200;
    private static final int DEEPEST_NESTING = 10;

    /** Thrown for a template that cannot be read. */
    static final class BrokenTemplateException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenTemplateException(String message) {
            super(message);
        }
    }

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Place(String name) implements Part {}

    private record Money(String amount, String currency) implements Part {}

    private record Choice(String name, boolean plural, Map<String, List<Part>> options) implements Part {}

    private record Count() implements Part {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z$][A-Za-z0-9.]*");
    private static final Pattern EXACT = Pattern.compile("=-?[0-9]{1,9}");

    private final MessageLanguage language;
    private final List<Part> parts;
    private final Set<String> names = new LinkedHashSet<>();
    private int size = 1;

    private MessageTemplate(MessageLanguage language, String text) throws BrokenTemplateException {
        if (text.length() > LONGEST) {
            throw new BrokenTemplateException("found " + text.length() + " characters, expected at most " + LONGEST);
        }
        this.language = language;
        this.parts = new Reader(text).whole();
    }

    /** Reads a template. */
    static MessageTemplate parse(String text, MessageLanguage language) throws BrokenTemplateException {
        return new MessageTemplate(language, text);
    }

    /** The language of the template. */
    public MessageLanguage language() {
        return language;
    }

    /** How many parts and options it has, and so how much of the memory it takes. */
    public int size() {
        return size;
    }

    /** The names of all values that the template may need, in order. */
    public Set<String> names() {
        return names;
    }

    /**
     * Binds the template to the values of a rule.
     *
     * @param values gives the value for each of {@link #names()}
     */
    public BoundMessage bind(Function<String, BoundMessage.Value> values) {
        return new BoundMessage(bind(parts, values));
    }

    private List<BoundMessage.Part> bind(List<Part> unbound, Function<String, BoundMessage.Value> values) {
        List<BoundMessage.Part> bound = new ArrayList<>(unbound.size());
        for (Part part : unbound) {
            if (part instanceof Text text) {
                bound.add(new BoundMessage.Text(text.text()));
            } else if (part instanceof Place place) {
                bound.add(new BoundMessage.Place(values.apply(place.name())));
            } else if (part instanceof Money money) {
                bound.add(new BoundMessage.Money(values.apply(money.amount()), values.apply(money.currency())));
            } else if (part instanceof Choice choice) {
                bound.add(choice(choice, values));
            } else {
                bound.add(new BoundMessage.Count());
            }
        }
        return List.copyOf(bound);
    }

    private BoundMessage.Choice choice(Choice choice, Function<String, BoundMessage.Value> values) {
        Map<Integer, List<BoundMessage.Part>> exact = new HashMap<>();
        Map<String, List<BoundMessage.Part>> named = new HashMap<>();
        choice.options().forEach((name, option) -> {
            if (choice.plural() && EXACT.matcher(name).matches()) {
                exact.put(Integer.valueOf(name.substring(1)), bind(option, values));
            } else {
                named.put(name, bind(option, values));
            }
        });
        return new BoundMessage.Choice(
                values.apply(choice.name()),
                choice.plural() ? language.plurals() : null,
                exact,
                named,
                named.getOrDefault("other", List.of()));
    }

    /** Cuts a template into parts. */
    private final class Reader {
        private final String text;
        private int at;
        private int depth;

        Reader(String text) {
            this.text = text;
        }

        List<Part> whole() throws BrokenTemplateException {
            List<Part> found = parts(false);
            if (at < text.length()) {
                throw new BrokenTemplateException("found `}` without `{` at character " + (at + 1));
            }
            return found;
        }

        private List<Part> parts(boolean inPlural) throws BrokenTemplateException {
            List<Part> found = new ArrayList<>();
            StringBuilder plain = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '}') {
                char c = text.charAt(at);
                boolean quote = c == '\'' && at + 1 < text.length() && "{}#".indexOf(text.charAt(at + 1)) >= 0;
                if (quote) {
                    int end = text.indexOf('\'', at + 1);
                    end = end < 0 ? text.length() : end;
                    plain.append(text, at + 1, end);
                    at = Math.min(end + 1, text.length());
                } else if (c == '{' || (c == '#' && inPlural)) {
                    flush(plain, found);
                    at++;
                    grow();
                    found.add(c == '#' ? new Count() : place());
                } else {
                    plain.append(c);
                    at++;
                }
            }
            flush(plain, found);
            return List.copyOf(found);
        }

        private void grow() throws BrokenTemplateException {
            if (++size > MOST_PARTS) {
                throw new BrokenTemplateException("found more than " + MOST_PARTS + " places and options");
            }
        }

        private void flush(StringBuilder plain, List<Part> found) {
            if (!plain.isEmpty()) {
                found.add(new Text(plain.toString()));
                plain.setLength(0);
            }
        }

        private Part place() throws BrokenTemplateException {
            String name = name(",}");
            if (take() == '}') {
                return new Place(name);
            }
            String kind = word(",}");
            if (!kind.equals("plural") && !kind.equals("select") && !kind.equals("money")) {
                throw new BrokenTemplateException(
                        "found `" + kind + "` in `{" + name + "`, expected plural, select or money");
            }
            boolean money = kind.equals("money");
            if (take() != ',') {
                throw new BrokenTemplateException(
                        "found `{" + name + ", " + kind + "` without " + (money ? "its currency" : "options"));
            }
            return money ? money(name) : choice(name, kind.equals("plural"));
        }

        private Part money(String amount) throws BrokenTemplateException {
            String currency = name("}");
            take();
            return new Money(amount, currency);
        }

        private String name(String ends) throws BrokenTemplateException {
            String name = word(ends);
            if (!NAME.matcher(name).matches()) {
                throw new BrokenTemplateException("found `{" + name + "`, expected the name of a value");
            }
            names.add(name);
            return name;
        }

        private Part choice(String name, boolean plural) throws BrokenTemplateException {
            Map<String, List<Part>> options = new LinkedHashMap<>();
            if (++depth > DEEPEST_NESTING) {
                throw new BrokenTemplateException("found options more than " + DEEPEST_NESTING + " deep");
            }
            skipBlanks();
            while (at < text.length() && text.charAt(at) != '}') {
                String key = word("{}");
                grow();
                if (take() != '{') {
                    throw new BrokenTemplateException("found the option `" + key + "` without its text in braces");
                }
                options.put(key, parts(plural));
                if (take() != '}') {
                    throw new BrokenTemplateException("found no `}` after the option `" + key + "`");
                }
                skipBlanks();
            }
            depth--;
            if (take() != '}') {
                throw new BrokenTemplateException("found no `}` after the options of `" + name + "`");
            }
            if (!options.containsKey("other")) {
                throw new BrokenTemplateException("found no option `other` for `" + name + "`");
            }
            return new Choice(name, plural, options);
        }

        private String word(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private char take() throws BrokenTemplateException {
            if (at >= text.length()) {
                throw new BrokenTemplateException("found `{` without `}`");
            }
            return text.charAt(at++);
        }
    }
}
