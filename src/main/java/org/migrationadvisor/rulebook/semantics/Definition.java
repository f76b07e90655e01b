package org.migrationadvisor.rulebook.semantics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/**
 * A name that rules of the folder {@code definitions} conclude about a fact, and that other rules read: as a truth field
 * of the fact, through the values it gives, or as a pattern.
 */
public final class Definition {

    /**
     * A value that it gives besides the fact it is about.
     *
     * @param name as rules write it
     * @param type its type
     * @param choices the values it can have, where rules conclude nothing but texts; else empty
     * @param factType for a fact, the name of its type
     * @param isKey whether there can be several for one fact
     * @param about what it is, in a sentence
     */
    public record Value(
            String name,
            ValueType type,
            List<String> choices,
            @Nullable String factType,
            boolean isKey,
            String about) {}

    private final String name;
    private final SourceFile file;
    private final Span span;
    private final FactType subject;
    private final String subjectField;
    private final String about;
    private final List<Value> values;
    private final FactType type;
    private final List<RuleDefinition> rules = new ArrayList<>();
    private int number = -1;
    private Object book = this;
    private int bookSize;
    private boolean own;
    private boolean isMatched;

    /**
     * @param span its name in the file
     * @param subject the kind of fact that it is about
     * @param subjectField how its declaration calls that fact
     * @param about what it is, in a sentence
     */
    Definition(
            String name,
            SourceFile file,
            Span span,
            FactType subject,
            String subjectField,
            String about,
            List<Value> values) {
        this.name = name;
        this.file = file;
        this.span = span;
        this.subject = subject;
        this.subjectField = subjectField;
        this.about = about;
        this.values = List.copyOf(values);
        this.type = FactType.of(this);
    }

    public String name() {
        return name;
    }

    public SourceFile file() {
        return file;
    }

    /** The place of its name in the declaration. */
    public Span span() {
        return span;
    }

    /** The line of its declaration, counted from 1. */
    public int line() {
        return file.line(span.start());
    }

    /** The kind of fact that it is about. */
    public FactType subject() {
        return subject;
    }

    /** How its declaration calls the fact that it is about. */
    public String subjectField() {
        return subjectField;
    }

    /** What it is, in a sentence. */
    public String about() {
        return about;
    }

    /** The field of the fact that is true where it holds. */
    public String truthField() {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    public List<Value> values() {
        return values;
    }

    /** Its conclusions as facts that patterns match. */
    public FactType type() {
        return type;
    }

    /** The rules that conclude it, by file and line; unmodifiable. */
    public List<RuleDefinition> rules() {
        return Collections.unmodifiableList(rules);
    }

    /**
     * Whether its rules look at the one fact that it is about and at nothing else: it is then true, false or, as
     * conditions are, unknown. One that combines facts is true or false.
     */
    public boolean isOwn() {
        return own;
    }

    /** Whether a pattern of a rule or of another definition matches its conclusions. */
    boolean isMatched() {
        return isMatched;
    }

    void matched() {
        isMatched = true;
    }

    void concludedBy(RuleDefinition rule) {
        rules.add(rule);
    }

    /** Leaves it without rules, so that it can be read although its rules are wrong. */
    void forgetRules() {
        rules.clear();
    }

    /**
     * Takes its place among those of a book.
     *
     * @param number its place
     * @param of stands for the book
     * @param size how many there are
     */
    void placed(int number, Object of, int size, boolean own) {
        this.number = number;
        this.book = of;
        this.bookSize = size;
        this.own = own;
    }

    int number() {
        return number;
    }

    Object book() {
        return book;
    }

    int bookSize() {
        return bookSize;
    }

    /** Whether its conclusions have to be kept, besides that there are any. */
    boolean keepsConclusions() {
        return isMatched || !values.isEmpty();
    }

    /** The definition whose conclusion a field reads; null if it is a field of another kind. */
    public static @Nullable Definition behind(Property field) {
        return field.reader() instanceof DefinedField defined ? defined.definition() : null;
    }

    @Override
    public String toString() {
        return name;
    }
}
