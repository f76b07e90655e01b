package org.migrationadvisor.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Actor;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.Severity;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Program;
import org.migrationadvisor.facts.Subscription;

/** Advice for five customers that differ in all that a report shows. */
final class SampleAdvice {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    static final String RULES = "3fa94c1b22de7790a1";

    private SampleAdvice() {}

    static List<Advice> all() {
        return List.of(ready(), blocked(), waiting(), unknown(), done());
    }

    /** The report as text. */
    static String write(ReportFormat format, ReportOptions options, List<Advice> advice) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportWriter report = format.open(out, options)) {
            for (Advice each : advice) {
                report.write(each);
            }
        } catch (IOException e) {
            throw new AssertionError("a stream in memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static Advice advice(Customer customer, Readiness readiness, Recommendation... recommendations) {
        return new Advice(customer, AS_OF, readiness, RULES, List.of(recommendations));
    }

    /** A recommendation about a customer, in which everything but the message is plain. */
    static Recommendation saying(String message) {
        return recommendation(
                "NOTHING_TO_MOVE", null, Severity.INFO, null, null, message, "SCO-010", "scope/own.drl", 4, Map.of());
    }

    private static Advice ready() {
        Customer customer = Customer.builder("4f1c2b7e-93a0-4d1b-8a56-0c9d77e2b001")
                .name("Contoso GmbH")
                .domain("contoso.de")
                .country("DE")
                .subscriptions(
                        Subscription.builder("8d1e6f02-5a3c-4b7d-9e10-2f4a6b8c0d11")
                                .program(Program.OTHER_CSP)
                                .offer(new Offer("CFQ7TTC0LFLX:0001", "Microsoft 365 E3"))
                                .seats(250)
                                .endDate(LocalDate.of(2026, 12, 20))
                                .build(),
                        Subscription.builder("1b7c9e44-0d2f-4e8a-b3c5-7f6e5d4c3b22")
                                .program(Program.WEB_DIRECT)
                                .offer(new Offer(null, "Power BI Pro"))
                                .seats(1)
                                .endDate(AS_OF)
                                .build())
                .build();
        String e3 = "8d1e6f02-5a3c-4b7d-9e10-2f4a6b8c0d11";
        String powerBi = "1b7c9e44-0d2f-4e8a-b3c5-7f6e5d4c3b22";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("endDate", LocalDate.of(2026, 12, 20));
        values.put("seats", 250);
        values.put("leadDays", 7L);
        values.put("unitPrice", new BigDecimal("34.50"));
        values.put("autoRenew", true);
        values.put("targetOffer", "unknown");
        values.put("programs", List.of("other-csp", "web-direct"));
        return advice(
                customer,
                Readiness.READY,
                recommendation(
                        "MOVE_MANUALLY",
                        null,
                        Severity.INFO,
                        null,
                        null,
                        "Two subscriptions are held outside your CSP program. Nothing moves automatically: buy them"
                                + " again and let the old ones end.",
                        "SCO-010",
                        "scope/manual-move.drl",
                        12,
                        Map.of()),
                recommendation(
                        "PROVISION_SUBSCRIPTION",
                        powerBi,
                        Severity.ACTION,
                        AS_OF,
                        AS_OF,
                        "Order 1 seat of Power BI Pro today.",
                        "PRO-010",
                        "provisioning/provision.drl",
                        9,
                        Map.of("seats", 1)),
                recommendation(
                        "SERVICE_GAP_RISK",
                        powerBi,
                        Severity.WARNING,
                        null,
                        AS_OF,
                        "The original runs until the end of today. If the new subscription is not there by then, its"
                                + " user loses access.",
                        "GAP-020",
                        "timing/service-gap.drl",
                        31,
                        Map.of("daysToEnd", 0)),
                recommendation(
                        "PROVISION_SUBSCRIPTION",
                        e3,
                        Severity.ACTION,
                        AS_OF,
                        LocalDate.of(2026, 12, 13),
                        "Order 250 seats of Microsoft 365 E3 by 2026-12-13, seven days before the original ends, so"
                                + " that both can be checked side by side before the old one goes.",
                        "PRO-010",
                        "provisioning/provision.drl",
                        9,
                        values),
                recommendation(
                        "LET_EXPIRE",
                        e3,
                        Severity.INFO,
                        null,
                        LocalDate.of(2026, 12, 20),
                        "30 days are left: let the original run out.",
                        "TIM-020",
                        "timing/expiry.drl",
                        22,
                        Map.of()),
                recommendation(
                        "CONTINUES_WITHOUT_INTERRUPTION",
                        e3,
                        Severity.INFO,
                        null,
                        null,
                        "Users keep working on the new subscription.",
                        "TIM-030",
                        "timing/continuity.drl",
                        7,
                        Map.of()));
    }

    private static Advice blocked() {
        Customer customer = Customer.builder("fabrikam")
                .name("Fabrikam, Inc. \"West\"")
                .country("US")
                .subscriptions(Subscription.builder("sub-ea-7")
                        .program(Program.EA)
                        .offer(new Offer("6fd2c87f-b296-42f0-b197-1e91e994b900", null))
                        .seats(1200)
                        .endDate(LocalDate.of(2027, 6, 30))
                        .build())
                .build();
        return advice(
                customer,
                Readiness.BLOCKED,
                recommendation(
                        "REQUEST_RESELLER_RELATIONSHIP",
                        null,
                        Severity.BLOCKER,
                        AS_OF,
                        null,
                        "There is no reseller relationship. Send the invitation first; nothing can be ordered until a"
                                + " Global Administrator of Fabrikam, Inc. \"West\" has accepted it.",
                        "REL-010",
                        "relationship/invite.drl",
                        14,
                        Map.of("relationship", "none")),
                recommendation(
                        "AVOID_EARLY_CANCELLATION",
                        "sub-ea-7",
                        Severity.WARNING,
                        null,
                        null,
                        "Cancelling now would forfeit 222 days, about USD 301,920.00.",
                        "TIM-040",
                        "timing/cancellation.drl",
                        18,
                        new TreeMap<>(Map.of("committedValue", new BigDecimal("301920.00"), "currency", "USD"))),
                recommendation(
                        "WAIT_FOR_EXPIRY",
                        "sub-ea-7",
                        Severity.INFO,
                        LocalDate.of(2027, 5, 31),
                        null,
                        "Wait until 2027-05-31, 30 days before the original ends.",
                        "TIM-010",
                        "timing/expiry.drl",
                        8,
                        Map.of()));
    }

    private static Advice waiting() {
        Customer customer = Customer.builder("tailwind-jp")
                .name("テイルウィンド商事株式会社")
                .domain("tailwind.co.jp")
                .country("JP")
                .subscriptions(Subscription.builder("sub-jp-1")
                        .program(Program.OPEN_VALUE)
                        .offer(new Offer(null, "Microsoft 365 Business Premium（日本語）"))
                        .seats(40)
                        .endDate(AS_OF.minusDays(3))
                        .build())
                .build();
        return advice(
                customer,
                Readiness.WAITING,
                recommendation(
                        "AWAIT_RELATIONSHIP_ACCEPTANCE",
                        null,
                        Severity.BLOCKER,
                        null,
                        null,
                        "テイルウィンド商事株式会社はまだ招待を承諾していません。承諾されるまで注文しないでください。" + "必要であれば、全体管理者にもう一度お知らせください。",
                        "REL-020",
                        "relationship/invite.drl",
                        27,
                        Map.of()),
                recommendation(
                        "CUSTOM_CODE_OF_AN_ANALYST_THAT_IS_LONG",
                        "sub-jp-1",
                        Severity.ACTION,
                        AS_OF,
                        AS_OF.plusDays(5),
                        "The term ended three days ago; order at once.",
                        "GAP-010",
                        "timing/service-gap.drl",
                        11,
                        Map.of()));
    }

    private static Advice unknown() {
        Customer customer = Customer.builder("=cmd|' /C calc'!A0")
                .name("Ev\u001B[31mil\u0007 | *Corp*\r\n<script>`x`</script> \u202Egpj")
                .domain("e\u0301vil.example")
                .subscriptions(Subscription.builder("-1+2")
                        .offer(new Offer(null, "@SUM(A1) _x_"))
                        .build())
                .build();
        return advice(
                customer,
                Readiness.UNKNOWN,
                recommendation(
                        "CLARIFY_END_DATE",
                        "-1+2",
                        Severity.QUESTION,
                        null,
                        null,
                        "When does the term of @SUM(A1) _x_ end?\nThe list does not say.",
                        "CLA-050",
                        "clarify/end-date.drl",
                        5,
                        Map.of("endDate", "unknown")));
    }

    private static Advice done() {
        Customer customer = Customer.builder("northwind")
                .name("Northwind Traders")
                .domain("northwind.example")
                .country("BR")
                .subscriptions(Subscription.builder("csp-1")
                        .program(Program.CSP)
                        .offer(new Offer(null, "Exchange Online (Plan 1)"))
                        .seats(12)
                        .endDate(AS_OF.plusDays(1))
                        .build())
                .build();
        return advice(customer, Readiness.DONE);
    }

    private static Recommendation recommendation(
            String code,
            @Nullable String subscriptionId,
            Severity severity,
            @Nullable LocalDate from,
            @Nullable LocalDate by,
            String message,
            String ruleId,
            String ruleFile,
            int ruleLine,
            Map<String, Object> values) {
        Actor actor = code.startsWith("LET") || code.startsWith("AWAIT") ? Actor.CUSTOMER : Actor.PARTNER;
        return new Recommendation(
                code,
                subscriptionId,
                severity,
                actor,
                from,
                by,
                message,
                ruleId,
                ruleFile,
                ruleLine,
                "Moving license-based services customers (2018)",
                values);
    }
}
