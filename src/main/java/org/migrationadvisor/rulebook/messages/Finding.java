package org.migrationadvisor.rulebook.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.engine.Match;
import org.migrationadvisor.rulebook.loading.CodeDefinition;
import org.migrationadvisor.rulebook.semantics.CustomerFact;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.SubscriptionFact;

/** What a rule found: its code for one customer or subscription, with dates, message and values. */
public final class Finding {
    private final RuleOutput output;
    private final Match match;

    public Finding(RuleOutput output, Match match) {
        this.output = output;
        this.match = match;
    }

    public RuleDefinition rule() {
        return match.rule();
    }

    public CodeDefinition code() {
        return output.code();
    }

    /** The customer that it is about, directly or through a subscription. */
    public CustomerFact customer() {
        Object subject = subjectOf();
        return subject instanceof SubscriptionFact subscription ? subscription.customer() : (CustomerFact) subject;
    }

    /** The subscription that it is about; null if it is about the customer. */
    public @Nullable SubscriptionFact subscription() {
        return subjectOf() instanceof SubscriptionFact subscription ? subscription : null;
    }

    private Object subjectOf() {
        Object subject = match.fact(rule().subject());
        if (subject == null) {
            throw new IllegalStateException("rule " + rule().id() + " held without its subject");
        }
        return subject;
    }

    /** First day on which to act, never behind the last one; null if the rule names none or it is unknown. */
    public @Nullable LocalDate actFrom() {
        LocalDate from = date(rule().recommended().actFrom());
        LocalDate by = from == null ? null : actBy();
        return from != null && by != null && from.isAfter(by) ? by : from;
    }

    /** Last day on which to act; null if the rule names none or it is unknown. */
    public @Nullable LocalDate actBy() {
        return date(rule().recommended().actBy());
    }

    /** Who acts: as the rule says, else as the catalogue does. */
    public String actor() {
        RuleDefinition.Reading actor = rule().recommended().actor();
        Object named = actor == null ? null : match.read(actor);
        return named == null ? code().actor() : (String) named;
    }

    private @Nullable LocalDate date(RuleDefinition.@Nullable Reading reading) {
        return reading == null ? null : (LocalDate) match.read(reading);
    }

    /** The message in a language that the rulebook has. */
    public String message(String language) {
        return output.message(language, this);
    }

    /** What the rule read, by name; an unknown value is the text {@code unknown}. */
    public Map<String, Object> values() {
        return output.values(match);
    }

    /** Whether the rule can find the same thing twice, because it matches more facts than the one it is about. */
    public boolean repeats() {
        return output.repeats();
    }

    public List<Object> identity() {
        return List.of(rule().id(), subjectOf(), values());
    }

    Match match() {
        return match;
    }
}
