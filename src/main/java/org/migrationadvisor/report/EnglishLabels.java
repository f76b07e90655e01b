package org.migrationadvisor.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Actor;
import org.migrationadvisor.CurrencyTotal;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.LanguageFormat;

final class EnglishLabels implements Labels {
    private static final LanguageFormat FORMAT = LanguageFormat.of("en").orElseThrow();

    @Override
    public String languageTag() {
        return "en";
    }

    @Override
    public String readiness(Readiness readiness) {
        return readiness.code();
    }

    @Override
    public String severity(Severity severity) {
        return severity.code();
    }

    @Override
    public String actor(Actor actor) {
        return actor == Actor.MICROSOFT ? "Microsoft" : actor.code().replace('-', ' ');
    }

    @Override
    public String program(Program program) {
        return program == Program.UNKNOWN ? "program unknown" : program.code();
    }

    @Override
    public String seats(@Nullable Integer seats) {
        return seats == null ? "seats unknown" : Counted.of(seats, "seat");
    }

    @Override
    public String end(@Nullable LocalDate endDate, LocalDate asOf) {
        if (endDate == null) {
            return "end date unknown";
        }
        long days = asOf.until(endDate, ChronoUnit.DAYS);
        if (days == 0) {
            return "ends today";
        }
        return days > 0
                ? "ends " + date(endDate) + ", in " + Counted.of(days, "day")
                : "ended " + Counted.of(-days, "day") + " ago";
    }

    @Override
    public String total(CurrencyTotal total) {
        List<String> parts = new ArrayList<>();
        if (total.paid().signum() > 0) {
            parts.add(money(total.paid(), total) + " paid would be lost");
        }
        if (total.committed().signum() > 0) {
            parts.add(money(total.committed(), total) + " committed would still be owed");
        }
        return "Cancelled today: " + String.join(", ", parts);
    }

    @Override
    public String from(LocalDate day) {
        return "from " + date(day);
    }

    @Override
    public String by(LocalDate day) {
        return "by " + date(day);
    }

    @Override
    public String on(LocalDate day) {
        return "on " + date(day);
    }

    @Override
    public String customer() {
        return "Customer";
    }

    @Override
    public String nothingToSay() {
        return "no recommendations";
    }

    @Override
    public String customers(long count) {
        return Counted.of(count, "customer");
    }

    @Override
    public String subscriptions(long count) {
        return Counted.of(count, "subscription");
    }

    @Override
    public String recommendations(long count) {
        return Counted.of(count, "recommendation");
    }

    @Override
    public String title() {
        return "Migration advice";
    }

    @Override
    public String summary() {
        return "Summary";
    }

    @Override
    public String readinessHead() {
        return "Readiness";
    }

    @Override
    public String severityHead() {
        return "Severity";
    }

    @Override
    public String asOf(LocalDate day) {
        return "As of " + date(day);
    }

    @Override
    public String rules(String fingerprint) {
        return "rules " + fingerprint;
    }

    @Override
    public String legend() {
        return "In brackets: the rule that says so, its file and its line.";
    }

    @Override
    public String adviceHead() {
        return "Advice";
    }

    @Override
    public String whenHead() {
        return "When";
    }

    @Override
    public String whoHead() {
        return "Who";
    }

    @Override
    public String messageHead() {
        return "What to do";
    }

    @Override
    public String ruleHead() {
        return "Rule";
    }

    private static String money(BigDecimal amount, CurrencyTotal total) {
        return FORMAT.money(amount, total.currency(), new StringBuilder()).toString();
    }

    private static String date(LocalDate day) {
        return FORMAT.date(day, new StringBuilder()).toString();
    }
}
