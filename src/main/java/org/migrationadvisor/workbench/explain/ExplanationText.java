package org.migrationadvisor.workbench.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.ReadinessReason;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.text.TerminalText.Cell;
import org.migrationadvisor.workbench.explain.Explanation.Made;
import org.migrationadvisor.workbench.explain.Explanation.NotMade;

/** Writes an explanation for a person in a terminal: the customer first, then each subscription. */
public final class ExplanationText {
    private static final int INDENT = 2;

    private final TerminalText text;

    public ExplanationText(TerminalText text) {
        this.text = text;
    }

    /** The whole explanation. */
    public void write(Explanation explanation) {
        Customer customer = explanation.advice().customer();
        String name = customer.name() == null ? "" : customer.name() + " · ";
        text.line(0, name + customer.id() + " · as of " + explanation.advice().asOf(), Ink.STRONG);
        text.line(0, because(explanation.readiness()), Ink.PLAIN);
        if (explanation.readinessWithout() != null) {
            text.line(0, "Without it the customer would be " + because(explanation.readinessWithout()), Ink.PLAIN);
        }
        about(explanation, null, "the customer");
        for (Subscription subscription : customer.subscriptions()) {
            about(explanation, subscription.id(), heading(subscription));
        }
        if (explanation.made().isEmpty() && explanation.notMade().isEmpty()) {
            text.blank();
            text.line(INDENT, "Nothing is recommended.", Ink.PLAIN);
        }
        text.blank();
        text.line(
                0,
                Counted.of(explanation.made().size(), "recommendation") + " explained"
                        + (explanation.notMade().isEmpty()
                                ? "; --code CODE and --all say why another one was not made."
                                : ", and " + explanation.notMade().size() + " not made."),
                Ink.DIM);
    }

    /** A state with what decides it, as a sentence. */
    private static String because(ReadinessReason reason) {
        Recommendation deciding = reason.decidedBy();
        String state = reason.readiness().code() + ": ";
        if (deciding == null) {
            return state + "nothing is left to do or to wait for.";
        }
        String code = deciding.code() + (deciding.subscriptionId() == null ? "" : " for " + deciding.subscriptionId());
        return state
                + switch (reason.readiness()) {
                    case BLOCKED -> code + " comes before everything else.";
                    case UNKNOWN -> code + " asks for a fact that decides the advice.";
                    case READY ->
                        code
                                + (deciding.severity() == Severity.WARNING
                                        ? " is due by " + deciding.actBy() + "."
                                        : " can be done now.");
                    case WAITING -> "the next date is that of " + code + ", " + reason.day() + ".";
                    case DONE -> code + ".";
                };
    }

    private static String who(Recommendation recommendation) {
        return " · " + recommendation.actor().code()
                + (recommendation.actFrom() == null ? "" : " · from " + recommendation.actFrom())
                + (recommendation.actBy() == null ? "" : " · by " + recommendation.actBy());
    }

    private static String heading(Subscription subscription) {
        String offer = Optional.ofNullable(subscription.offer().name())
                .or(() -> Optional.ofNullable(subscription.offer().id()))
                .map(name -> name + " · ")
                .orElse("");
        String end = subscription.endDate() == null ? "" : " · ends " + subscription.endDate();
        return offer + subscription.id() + " · " + subscription.program().code() + end;
    }

    private void about(Explanation explanation, @Nullable String subscriptionId, String heading) {
        List<Made> made = new ArrayList<>(explanation.made());
        made.removeIf(each -> !Objects.equals(each.recommendation().subscriptionId(), subscriptionId));
        List<NotMade> notMade = new ArrayList<>(explanation.notMade());
        notMade.removeIf(each -> !Objects.equals(each.subscriptionId(), subscriptionId));
        if (made.isEmpty() && notMade.isEmpty()) {
            return;
        }
        text.blank();
        text.line(0, heading, Ink.STRONG);
        made.forEach(this::made);
        notMade.forEach(this::notMade);
    }

    private void made(Made made) {
        Recommendation recommendation = made.recommendation();
        text.blank();
        String code = recommendation.code() + who(recommendation);
        text.row(INDENT, new Cell("✓", Ink.GREEN, INDENT), new Cell(code, Ink.GREEN, 0));
        text.line(INDENT * 2, recommendation.message(), Ink.PLAIN);
        AccountText.write(text, INDENT * 2, made.account());
    }

    private void notMade(NotMade notMade) {
        text.blank();
        text.row(INDENT, new Cell("✗", Ink.RED, INDENT), new Cell(notMade.code() + " is not recommended", Ink.RED, 0));
        notMade.account()
                .ifPresentOrElse(
                        account -> AccountText.write(text, INDENT * 2, account),
                        () -> text.line(INDENT * 2, "No rule recommends it.", Ink.PLAIN));
    }
}
