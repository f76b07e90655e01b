package org.migrationadvisor.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.benchmarks.HandWrittenRules.Found;
import org.migrationadvisor.benchmarks.HandWrittenRules.Rule;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.SourceFile;

/** The English texts of the folder {@code benchmarks/rules} as a Java programmer would write them, and the CSV rows. */
final class HandWrittenMessages {
    static final String HEADER = "customer_id,customer_name,readiness,subscription_id,code,severity,actor,act_from,"
            + "act_by,message,rule_id,rule_file,rule_line,source,as_of,rules\n";

    private static final Pattern RULE = Pattern.compile("rule \"([A-Z]{3}-\\d{3}) .*\\R\\s*@source\\( \"(.*)\" \\)");
    private static final Pattern CODE =
            Pattern.compile("^([A-Z_]+): +\\{ severity: (\\w+), +actor: (\\w+), +order: \\d+ }", Pattern.MULTILINE);
    private static final Comparator<Found> FIRST = Comparator.<Found>comparingInt(each -> each.rule().order)
            .thenComparing(Found::actBy, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Found::actFrom, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(
                    each -> each.subscription() == null
                            ? null
                            : each.subscription().id(),
                    Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(each -> each.rule().id);
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Map<String, String> PROGRAMS = Map.of(
            "web-direct", "the web (Microsoft 365 admin center)",
            "ea", "an Enterprise Agreement",
            "open", "Open License",
            "other-csp", "another CSP partner",
            "csp-legacy", "legacy CSP commerce");

    /** What stands between the dates and the message, and behind the message, by rule. */
    private final Map<Rule, String> behind = new HashMap<>();

    private final Map<String, String> severities = new HashMap<>();
    private final Map<String, String> codeCells = new HashMap<>();

    HandWrittenMessages(RulesFolder folder, String fingerprint) {
        Matcher codes = CODE.matcher(folder.file("recommendations.yaml").text());
        while (codes.find()) {
            severities.put(codes.group(1), codes.group(2));
            codeCells.put(codes.group(1), codes.group(1) + ',' + codes.group(2) + ',' + codes.group(3));
        }
        for (SourceFile file : folder.filesEnding(".drl")) {
            Matcher rules = RULE.matcher(file.text());
            while (rules.find()) {
                String id = rules.group(1);
                behind.put(
                        Rule.valueOf(id.replace('-', '_')),
                        ','
                                + id
                                + ','
                                + file.name()
                                + ','
                                + file.line(rules.start())
                                + ','
                                + quoted(rules.group(2))
                                + ','
                                + ListGenerator.AS_OF
                                + ','
                                + fingerprint
                                + '\n');
            }
        }
    }

    static BigDecimal price(String text) {
        BigDecimal price = new BigDecimal(text).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    void append(List<Found> found, String id, String name, StringBuilder out) {
        found.sort(FIRST);
        String readiness = readiness(found);
        for (Found each : found) {
            HandWrittenFact subscription = each.subscription();
            out.append(id).append(',').append(name == null ? "" : name).append(',');
            out.append(readiness).append(',').append(subscription == null ? "" : subscription.id());
            out.append(',').append(codeCells.get(each.rule().code)).append(',');
            out.append(each.actFrom() == null ? "" : each.actFrom()).append(',');
            out.append(each.actBy() == null ? "" : each.actBy()).append(',');
            out.append(quoted(message(each, subscription))).append(behind.get(each.rule()));
        }
    }

    private String readiness(List<Found> found) {
        String readiness = "done";
        for (Found each : found) {
            switch (severities.get(each.rule().code)) {
                case "blocker" -> {
                    return "blocked";
                }
                case "question" -> readiness = "unknown";
                case "action" -> readiness = doable(each, true, readiness);
                case "warning" -> readiness = doable(each, isNear(each.actBy()), readiness);
                default -> readiness = ahead(each, readiness);
            }
        }
        return readiness;
    }

    private static String doable(Found each, boolean due, String readiness) {
        boolean hasCome = each.actFrom() == null || !each.actFrom().isAfter(ListGenerator.AS_OF);
        return readiness.equals("unknown") ? readiness : hasCome && due ? "ready" : ahead(each, readiness);
    }

    private static boolean isNear(LocalDate last) {
        return last != null && !last.isAfter(ListGenerator.AS_OF.plusDays(HandWrittenRules.LEAD));
    }

    private static String ahead(Found each, String readiness) {
        boolean ahead = (each.actFrom() != null && each.actFrom().isAfter(ListGenerator.AS_OF))
                || (each.actBy() != null && !each.actBy().isBefore(ListGenerator.AS_OF));
        return ahead && readiness.equals("done") ? "waiting" : readiness;
    }

    private static String quoted(String cell) {
        boolean quotes = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
        return quotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String message(Found found, HandWrittenFact s) {
        return switch (found.rule()) {
            case REL_010 ->
                "Request a reseller relationship: in Partner Center choose Customers, then Request a reseller"
                        + " relationship, and send the invitation. Nothing can be ordered for this customer before it is"
                        + " accepted.";
            case REL_020 ->
                "The invitation to the reseller relationship is not accepted yet. Remind the customer; a Global"
                        + " Administrator has to accept it. Do not order before.";
            case REL_030 ->
                "It is not known whether there is a reseller relationship. Look the customer up in Partner Center under"
                        + " Customers, and note none, invited or accepted.";
            case INV_010 ->
                "The list has no subscription of this customer. Ask for the subscriptions, with offer, seats and end"
                        + " date.";
            case PRG_010 ->
                "Nothing moves automatically from " + PROGRAMS.get(s.program()) + " to CSP. Add the new subscription"
                        + " beside the original, which keeps running through its own channel until it ends.";
            case PRG_020 -> "This is already your own CSP subscription: there is nothing to move.";
            case PRG_030 ->
                "It is not known through which program " + or(s.offerName(), "this subscription")
                        + " is bought. Ask who sends the invoice: Microsoft directly, a volume licensing agreement or"
                        + " another partner.";
            case TIM_010 ->
                number(s.daysToEnd()) + (s.daysToEnd() == 1 ? " day is" : " days are") + " left until "
                        + date(s.endDate())
                        + ". Wait until the original is near its natural end: from " + date(found.actFrom())
                        + " on it is, with 30 days left.";
            case TIM_020 -> letExpire(s);
            case TIM_030 ->
                "The customer can cancel the original at any time instead of letting it expire, but gets no refund: "
                        + number(s.daysToEnd()) + (s.daysToEnd() == 1 ? " day" : " days") + " would be lost"
                        + (s.committedValue() == null
                                ? ""
                                : ", of which about " + s.currency() + '\u00a0'
                                        + grouped(s.committedValue().toPlainString()) + " are still owed")
                        + '.';
            case TIM_040 ->
                "It is not known when this subscription ends. Ask for the end of its commitment: when to provision and"
                        + " how to let it end depend on it.";
            case TIM_050 ->
                "It is not known whether this subscription is still there. Ask for its status in the Microsoft 365 admin"
                        + " center (active, trial, suspended, expired, disabled or deleted).";
            case OFR_010 ->
                "It is not known which offer this is"
                        + (s.offerMatch().equals("not-found")
                                ? ": " + s.offerName() + " is not in the offers table"
                                : "")
                        + ". Ask for its licensing SKU; names alone do not tell offers apart.";
            case OFR_020 ->
                "It is not clear which offer is wanted: " + s.targetOfferName()
                        + " is not in the offers table. Give its licensing SKU; names alone do not tell offers apart.";
            case LIC_010 -> "It is the same offer: no license has to be reassigned, and no user notices the move.";
            case LIC_020 ->
                s.targetOfferName() + " is a different offer than " + s.offerName()
                        + ": update the license assignment of "
                        + (s.assignedSeats() == null
                                ? "all users, whose number is still to be asked for"
                                : number(s.assignedSeats()) + (s.assignedSeats() == 1 ? " user" : " users"))
                        + " before the original ends.";
            case LIC_030 ->
                "It is not known how many users have a license of " + or(s.offerName(), "unknown")
                        + ". Ask for the number of assigned licenses: each of these users gets a new assignment.";
            case PRO_010 ->
                provision(s) + "by " + date(found.actBy())
                        + ", 7 days before the original ends or as soon after as possible.";
            case PRO_020 -> provision(s) + "at once: the original has ended.";
            case PRO_030 -> {
                String start = provision(s);
                yield start.substring(0, start.length() - 2)
                        + ". The date depends on the end of the original, which is not known.";
            }
            case PRO_040 ->
                "It is not known how many seats are bought. Ask for the number, or decide how many to provision.";
            case CON_010 ->
                "The new subscription is provisioned on " + date(s.targetProvisionedOn())
                        + ", not after the original's last day " + date(s.endDate())
                        + ": the service continues without interruption.";
            case CON_020 ->
                "The original ended" + (s.endDate() == null ? "" : " on " + date(s.endDate()))
                        + " and the new subscription was not there by then"
                        + (s.targetProvisionedOn() == null ? "" : "; it came on " + date(s.targetProvisionedOn()))
                        + ". Users may be without the service.";
            case CON_030 ->
                (s.daysToEnd() == 0
                                ? "The original ends today"
                                : "Only " + number(s.daysToEnd())
                                        + (s.daysToEnd() == 1 ? " day is left" : " days are left"))
                        + ", fewer than the 7 needed, and the reseller relationship is not accepted. The new"
                        + " subscription cannot be there in time, so users may be without the service after "
                        + date(s.endDate()) + '.';
            case CON_040 ->
                "The new subscription is planned for " + date(s.targetProvisionedOn()) + ", but the original ends on "
                        + date(s.endDate()) + ". Plan it for " + date(s.endDate())
                        + " or before, or users will be without the service in between.";
        };
    }

    private static String letExpire(HandWrittenFact s) {
        String ends =
                switch (s.daysToEnd()) {
                    case 0 -> "The original ends today";
                    case 1 -> "The original ends tomorrow";
                    default -> "The original ends in " + number(s.daysToEnd()) + " days";
                };
        String renewal =
                switch (s.autoRenew()) {
                    case "yes" -> "The customer has to turn auto-renewal off before then, or another term starts.";
                    case "no" -> "Auto-renewal is off.";
                    default -> "The customer should make sure that auto-renewal is off, or another term starts.";
                };
        return ends + ", on " + date(s.endDate()) + ". Let it run out instead of cancelling it. " + renewal;
    }

    private static String provision(HandWrittenFact s) {
        String seats = s.targetSeats() == null
                ? "with the number of seats still to be asked for"
                : number(s.targetSeats()) + (s.targetSeats() == 1 ? " seat" : " seats");
        return "Provision " + or(s.targetOfferName(), "the same offer") + ", " + seats + ", ";
    }

    private static String date(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 1) + ' ' + day.getDayOfMonth() + ", " + day.getYear();
    }

    private static String number(int number) {
        return number < 1_000 ? Integer.toString(number) : grouped(Integer.toString(number));
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        int point = digits.indexOf('.');
        for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static String or(String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
