package org.migrationadvisor.rulebook.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.text.Suggestion;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A YAML file of the rules folder, with the place of every value. */
public final class Yaml {
    private static final int DEEPEST_NESTING = 20;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_VALUES = 100_000;
    private static final int MIN_BUFFER = 1_024;

    private final SourceFile file;
    private final Problems problems;

    public Yaml(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The mapping that the file holds; null if it is none, which has then been told. */
    public @Nullable Entry root() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.name())
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(Integer.MAX_VALUE)
                // the whole text at once: in portions, one long value is copied again for each of them
                .setBufferSize(Math.max(MIN_BUFFER, file.text().length() + 1))
                .build();
        try {
            Optional<Node> node = new BoundedComposer(settings).getSingleNode();
            if (node.isPresent()) {
                return new Entry("", node.get(), new Span(0, 1));
            }
            error(ProblemKind.SYNTAX, new Span(0, 1), "found an empty file, expected `name: value` lines", null);
        } catch (TooLargeException tooLarge) {
            int at = tooLarge.mark.map(this::offset).orElse(0);
            error(ProblemKind.TOO_LARGE, new Span(at, at + 1), tooLarge.what, tooLarge.mend);
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getProblemMark();
            if (broken.getContextMark().isPresent() && mark.isPresent() && isBlankLine(mark.get())) {
                mark = broken.getContextMark();
            }
            int at = mark.map(this::offset).orElse(0);
            Indentation indentation = isAboutNames(broken) ? Indentation.of(file, file.line(at)) : null;
            if (indentation != null) {
                error(ProblemKind.SYNTAX, indentation.name(), indentation.what(), Indentation.MEND);
                return null;
            }
            error(ProblemKind.SYNTAX, new Span(at, at + 1), inOurWords(broken), "check indentation, colons and quotes");
        } catch (ReaderException hidden) {
            int at = file.text().offsetByCodePoints(0, hidden.getPosition());
            error(
                    ProblemKind.HIDDEN_CHARACTER,
                    new Span(at, at + 1),
                    String.format(
                            "found the hidden character U+%04X, expected only what can be seen", hidden.getCodePoint()),
                    "remove it: it makes the line read differently from what it says");
        } catch (YamlEngineException tooMany) {
            // The only one without a place: the settings above allow all else.
            error(
                    ProblemKind.SYNTAX,
                    new Span(0, 1),
                    "found more than " + MOST_ALIASES + " references such as `*name` to lists and mappings",
                    "write them out");
        }
        return null;
    }

    /** Whether a name stands where none is expected. */
    private static boolean isAboutNames(MarkedYamlEngineException broken) {
        String found = String.valueOf(broken.getProblem());
        return found.contains("mapping values are not allowed") || found.contains("<block mapping start>");
    }

    private static String inOurWords(MarkedYamlEngineException broken) {
        String found = broken.getProblem() == null ? "broken YAML" : broken.getProblem();
        if (found.contains("(TAB)")) {
            return "found a tab, expected blanks for indentation";
        }
        if (found.contains("another document")) {
            return "found a second document after `---`, expected one in a file";
        }
        return "found YAML that cannot be read: " + found;
    }

    /** Composes values: not more than the memory holds, nor so deep in each other that reading them uses up the stack. */
    private final class BoundedComposer extends Composer {
        private int depth;
        private int values;

        BoundedComposer(LoadSettings settings) {
            super(settings, new ParserImpl(settings, new StreamReader(settings, file.text())));
        }

        @Override
        protected Node composeScalarNode(Optional<Anchor> anchor, List<CommentLine> comments) {
            count();
            return super.composeScalarNode(anchor, comments);
        }

        @Override
        protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
            descend();
            SequenceNode node = super.composeSequenceNode(anchor);
            depth--;
            return node;
        }

        @Override
        protected Node composeMappingNode(Optional<Anchor> anchor) {
            descend();
            Node node = super.composeMappingNode(anchor);
            depth--;
            return node;
        }

        private void descend() {
            count();
            if (++depth > DEEPEST_NESTING) {
                throw new TooLargeException(
                        "found lists and mappings more than " + DEEPEST_NESTING + " deep in each other",
                        "write it flatter",
                        parser.peekEvent().getStartMark());
            }
        }

        private void count() {
            if (++values > MOST_VALUES) {
                throw new TooLargeException(
                        "found more than " + MOST_VALUES + " names and values, expected a file that people can read",
                        "spread them over several files",
                        parser.peekEvent().getStartMark());
            }
        }
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final String mend;
        private final transient Optional<Mark> mark;

        TooLargeException(String what, String mend, Optional<Mark> mark) {
            this.what = what;
            this.mend = mend;
            this.mark = mark;
        }
    }

    private boolean isBlankLine(Mark mark) {
        return file.lineText(file.line(offset(mark))).isBlank();
    }

    private int offset(Mark mark) {
        int line = Math.min(mark.getLine() + 1, file.line(file.text().length()));
        return Math.min(file.lineStart(line) + mark.getColumn(), file.text().length());
    }

    private void error(ProblemKind kind, Span span, String what, @Nullable String mend) {
        problems.error(kind, file, span, what, mend);
    }

    /** A value with the name it stands under. */
    public final class Entry {
        private final String name;
        private final Node node;
        private final Span nameSpan;

        private Entry(String name, Node node, Span nameSpan) {
            this.name = name;
            this.node = node;
            this.nameSpan = nameSpan;
        }

        public String name() {
            return name;
        }

        public Span nameSpan() {
            return nameSpan;
        }

        public SourceFile file() {
            return file;
        }

        /** The place of the value. */
        public Span span() {
            int start = node.getStartMark().map(Yaml.this::offset).orElse(0);
            int end = node.getEndMark().map(Yaml.this::offset).orElse(start + 1);
            int lineEnd = file.lineEnd(file.line(start));
            return new Span(start, Math.max(start + 1, Math.min(end, lineEnd)));
        }

        public void wrong(ProblemKind kind, String what, @Nullable String mend) {
            error(kind, span(), what, mend);
        }

        /** Tells of something wrong with the name. */
        public void wrongName(ProblemKind kind, String what, @Nullable String mend) {
            error(kind, nameSpan, what, mend);
        }

        /** The entries of a mapping in their order; empty if it is none, which has then been told. */
        public List<Entry> entries() {
            if (!(node instanceof MappingNode mapping)) {
                wrong(ProblemKind.WRONG_TYPE, "found " + shown() + ", expected `name: value` lines", null);
                return List.of();
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Entry key = new Entry("", tuple.getKeyNode(), nameSpan);
                String keyText = key.text();
                if (keyText == null) {
                    continue;
                }
                Entry entry = new Entry(keyText, tuple.getValueNode(), key.span());
                if (entries.putIfAbsent(keyText, entry) != null) {
                    error(
                            ProblemKind.DUPLICATE_NAME,
                            key.span(),
                            "found `" + keyText + "` again, expected each name once",
                            null);
                }
            }
            return List.copyOf(entries.values());
        }

        /** The entries of a mapping, of which each name must be a known one. */
        public Map<String, Entry> entries(List<String> known) {
            Map<String, Entry> found = new LinkedHashMap<>();
            for (Entry entry : entries()) {
                if (known.contains(entry.name)) {
                    found.put(entry.name, entry);
                } else {
                    error(
                            ProblemKind.UNKNOWN_NAME,
                            entry.nameSpan,
                            "found `" + entry.name + "`, expected one of " + String.join(", ", known),
                            Suggestion.didYouMean(entry.name, known));
                }
            }
            return found;
        }

        /** The values of a list; a single value counts as a list of one. */
        public List<Entry> items() {
            if (!(node instanceof SequenceNode sequence)) {
                return List.of(this);
            }
            List<Entry> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(new Entry(name, item, nameSpan)));
            return items;
        }

        /** Whether it is a mapping with an entry on each line, as opposed to one in braces. */
        public boolean isBlock() {
            return node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK;
        }

        /** The offset behind the last character of a mapping. */
        public int endOfBlock() {
            return node.getEndMark().map(Yaml.this::offset).orElse(file.text().length());
        }

        public boolean isMapping() {
            return node instanceof MappingNode;
        }

        public boolean isList() {
            return node instanceof SequenceNode;
        }

        /** Whether nothing stands behind the colon. */
        public boolean isEmpty() {
            return node instanceof ScalarNode scalar
                    && scalar.isPlain()
                    && scalar.getValue().isEmpty();
        }

        /** Whether the value stands in quotes. */
        public boolean isQuoted() {
            return node instanceof ScalarNode scalar && !scalar.isPlain();
        }

        /** The text of the value; null if it is a mapping or a list, which has then been told. */
        @Nullable
        public String text() {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            wrong(ProblemKind.WRONG_TYPE, "found " + shown() + ", expected a text", null);
            return null;
        }

        private String shown() {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue().isEmpty() ? "nothing" : "`" + scalar.getValue() + "`";
            }
            return node instanceof SequenceNode ? "a list" : "a mapping";
        }
    }
}
