package org.migrationadvisor.rulebook.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All kinds of problems that can be found in a rules folder, with what they mean. The names are stable. */
public enum ProblemKind {
    SYNTAX("The file cannot be read at this place: a bracket, comma, quote or word is missing, misspelt or too many."),
    NOT_ALLOWED(
            "A rule file can read facts and recommend or conclude, nothing else; this is part of DRL or Java, but not of it."),
    TOO_LARGE("A file, rule or condition is so large or so deeply nested that nobody could check it."),
    HIDDEN_CHARACTER("A character that cannot be seen makes the file read differently from what it says."),
    UNQUOTED_ANNOTATION("The value of an annotation needs quotes: without them a `//` in it hides the rest of the line,"
            + " and DRL has been seen to lose the whole condition, so that the rule always fires."),
    UNKNOWN_ANNOTATION("A rule has the annotation @source, once, and no other."),
    MISSING_ID("A rule's name is an id and a sentence, such as \"TIM-010 Wait until the original is near its end\"."),
    DUPLICATE_ID("Ids are what cases, texts and people refer to, so each stands for one rule only."),
    DUPLICATE_SENTENCE("Two rules say the same sentence; one is probably a copy that was not finished."),
    DUPLICATE_NAME("A name stands twice in one list, of which only the first would count."),
    DUPLICATE_VARIABLE("A variable is bound twice in one rule, so that it is not clear which one is meant."),
    MISSING_SOURCE("Each rule says which page and year it rests on, so that advice can be traced."),
    MISSING_VALUE("Something that must be stated is left out."),
    MISSING_FILE("A file that every rules folder needs is not there."),
    UNREAD_FILE(
            "Nothing reads a file of the folder. If its name is nearly that of one that is read, what stands in it would"
                    + " be missing silently, so the rules do not load. Files for people (.md, README, LICENSE) and hidden ones are"
                    + " left alone."),
    NO_FACT("A rule without a fact would hold always, and about nothing."),
    UNKNOWN_FACT("Rules can match the facts Customer, Subscription and Policy, and what is declared in definitions/."),
    CIRCULAR_DEFINITION(
            "A definition is concluded from itself, directly or through others, so that it could not be said"
                    + " when it holds."),
    AMBIGUOUS_DEFINITION(
            "A definition could give two values where there can be one only: either the value is a key, or the"
                    + " conditions of the rules exclude each other."),
    UNKNOWN_FIELD("The fact does not have this field."),
    UNKNOWN_VARIABLE("The variable is bound by none of the conditions before it."),
    UNKNOWN_NAME("The name is not one of those that can stand here."),
    UNKNOWN_CODE("The code is not in recommendations.yaml."),
    UNKNOWN_RULE("No rule of the file has this id."),
    UNKNOWN_POLICY_VALUE("The value is not in policy.yaml."),
    UNKNOWN_PLACEHOLDER("A text has a place {name} that no value fills."),
    WRONG_TYPE("A value is of another kind than its place needs: a text for a number, a mapping for a text."),
    WRONG_VALUE("A value is of the right kind, but not one of those that can stand here."),
    BROKEN_MESSAGE("The braces of a text do not fit, or a plural or select lacks an option."),
    OFFERS_TABLE("A row of offers.csv cannot be read."),
    TABLE_CELL("A cell of a table cannot be read as what its column holds, or in two ways."),
    OVERLAPPING_ROWS(
            "Two rows of a table have the same key on the same day, so that it is not clear which one counts."),
    MISSING_ROW("A table that promises a row for each key, on every day, lacks one."),
    AMBIGUOUS_ROW(
            "A pattern over a table does not say which row is meant: every column of the key with `==`, and one day"
                    + " where rows hold on some days only."),
    MISSING_JOIN("A second fact of a rule is not tied to the customer of the first by `customer == ...`; the rule then"
            + " combines whatever there is, and customers have to be evaluated one at a time."),
    NEVER_HOLDS("The conditions contradict each other or what the facts can be, so the rule never fires."),
    ALWAYS_HOLDS("The condition changes nothing: it holds for every fact for which the other conditions hold."),
    NEVER_AGAIN(
            "The conditions could hold on a day in the past, but on no day from the as-of day on, so the rule is over."),
    IMPOSSIBLE_VALUE(
            "A condition compares a field with a value that it can never have: a country, a currency or a product"
                    + " that there is not."),
    MAGIC_NUMBER(
            "A rule holds a number that should have a name in policy.yaml, where analysts find and change it; 0 and 1"
                    + " need none."),
    UNASKED_UNKNOWN("A rule is silent where a field that it reads is unknown, and no rule asks for the field with"
            + " `== null` or `== \"unknown\"`, so that nobody learns that something is missing."),
    COVERED_RULE("Whenever this rule fires, another one recommends the same code for the same fact."),
    MISSING_TEXT("A code has no text in a language that the rules have."),
    UNUSED_TEXT("A text is for a rule that does not exist or recommends another code, so it is never shown."),
    UNUSED_WORD("Words in a message file are for a value that no field has, so they are never shown."),
    UNUSED_CODE("No rule recommends the code."),
    UNUSED_DEFINITION("No rule, no text and no other definition reads the definition."),
    UNUSED_POLICY_VALUE("Neither a rule nor a text uses the value."),
    UNUSED_COLUMN("Neither a rule nor a text reads an own column of facts.yaml."),
    NO_CASE("No case beside the rule's file makes the rule fire, so nobody knows whether it does what it says."),
    TO_FILL_IN(
            "A place that was left open with ??? has not been filled in. Until it is, nothing is advised with these rules."),
    UNUSED_IGNORE("A `check: ignore` comment names a problem that is not there.");

    private final String explanation;

    ProblemKind(String explanation) {
        this.explanation = explanation;
    }

    /** The stable name, such as {@code unknown-field}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, in one sentence. */
    public String explanation() {
        return explanation;
    }

    /** The kind of a name; empty if there is none. */
    public static Optional<ProblemKind> find(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** All names in their order. */
    public static List<String> slugs() {
        return Arrays.stream(values()).map(ProblemKind::slug).toList();
    }
}
