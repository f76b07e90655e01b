package org.migrationadvisor.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of the folder {@code benchmarks/rules} as a Java programmer would write them. */
final class HandWrittenRules {
    private static final int NEAR = 30;
    static final int LEAD = 7;

    private final List<Found> found = new ArrayList<>();

    /** What a rule found. */
    record Found(Rule rule, HandWrittenFact subscription, LocalDate actFrom, LocalDate actBy) {}

    /** The rules that can be found, with the order of their codes. */
    enum Rule {
        REL_010("REQUEST_RESELLER_RELATIONSHIP", 100),
        REL_020("AWAIT_RELATIONSHIP_ACCEPTANCE", 110),
        REL_030("CLARIFY_RELATIONSHIP", 200),
        INV_010("CLARIFY_SUBSCRIPTIONS", 205),
        PRG_030("CLARIFY_PROGRAM", 210),
        TIM_050("CLARIFY_STATUS", 220),
        TIM_040("CLARIFY_END_DATE", 230),
        OFR_010("CLARIFY_OFFER", 240),
        OFR_020("CLARIFY_TARGET_OFFER", 250),
        PRO_040("CLARIFY_SEATS", 260),
        LIC_030("CLARIFY_ASSIGNED_SEATS", 270),
        CON_020("SERVICE_GAP_RISK", 300),
        CON_030("SERVICE_GAP_RISK", 300),
        CON_040("SERVICE_GAP_RISK", 300),
        PRO_010("PROVISION_SUBSCRIPTION", 400),
        PRO_020("PROVISION_SUBSCRIPTION", 400),
        PRO_030("PROVISION_SUBSCRIPTION", 400),
        LIC_020("UPDATE_LICENSE_ASSIGNMENT", 500),
        TIM_030("AVOID_EARLY_CANCELLATION", 600),
        TIM_010("WAIT_FOR_EXPIRY", 610),
        TIM_020("LET_EXPIRE", 620),
        CON_010("CONTINUES_WITHOUT_INTERRUPTION", 700),
        LIC_010("NO_LICENSE_REASSIGNMENT", 710),
        PRG_010("MOVE_MANUALLY", 720),
        PRG_020("NOTHING_TO_MOVE", 730);

        final String code;
        final int order;
        final String id = name().replace('_', '-');

        Rule(String code, int order) {
            this.code = code;
            this.order = order;
        }
    }

    /** Applies all rules to the facts of one customer, the customer first. */
    static List<Found> apply(List<?> facts) {
        HandWrittenRules rules = new HandWrittenRules();
        rules.customer((HandWrittenFact.Customer) facts.get(0));
        for (int i = 1; i < facts.size(); i++) {
            rules.subscription((HandWrittenFact) facts.get(i));
        }
        return rules.found;
    }

    private void add(Rule rule, HandWrittenFact subscription) {
        add(rule, subscription, null, null);
    }

    private void add(Rule rule, HandWrittenFact subscription, LocalDate actFrom, LocalDate actBy) {
        LocalDate from = actFrom != null && actBy != null && actFrom.isAfter(actBy) ? actBy : actFrom;
        found.add(new Found(rule, subscription, from, actBy));
    }

    private void customer(HandWrittenFact.Customer customer) {
        if (customer.subscriptionCount() == 0) {
            add(Rule.INV_010, null);
        }
        if (customer.subscriptionCount() == 0 || customer.movingCount() > 0) {
            switch (customer.relationship()) {
                case "none" -> add(Rule.REL_010, null);
                case "invited" -> add(Rule.REL_020, null);
                case "unknown" -> add(Rule.REL_030, null);
                default -> {}
            }
        }
    }

    private void subscription(HandWrittenFact s) {
        switch (s.program()) {
            case "csp" -> add(Rule.PRG_020, s);
            case "unknown" -> {
                add(Rule.PRG_030, s);
                movingOrUnknown(s);
            }
            default -> {
                moving(s);
                movingOrUnknown(s);
            }
        }
    }

    private void movingOrUnknown(HandWrittenFact s) {
        boolean ended = !s.runningOrUnknown();
        if (s.endDate() == null && (!ended || s.targetProvisionedOn() != null)) {
            add(Rule.TIM_040, s);
        }
        if (s.status().equals("unknown") && !ended) {
            add(Rule.TIM_050, s);
        }
        boolean unclear = s.targetOffer().equals("unclear");
        switch (s.offerMatch()) {
            case "not-given", "ambiguous" -> add(Rule.OFR_010, s);
            case "not-found" -> {
                if (s.offerId() == null || unclear) {
                    add(Rule.OFR_010, s);
                }
            }
            default -> {}
        }
        if (unclear && (s.targetMatch().equals("ambiguous") || s.targetMatch().equals("not-found"))) {
            add(Rule.OFR_020, s);
        }
        if (s.targetProvisionedOn() == null && s.targetSeats() == null) {
            add(Rule.PRO_040, s);
        }
        if (s.assignedSeats() == null && s.targetOffer().equals("different")) {
            add(Rule.LIC_030, s);
        }
    }

    private void moving(HandWrittenFact s) {
        add(Rule.PRG_010, s);
        LocalDate end = s.endDate();
        LocalDate asOf = s.asOf();
        LocalDate there = s.targetProvisionedOn();
        boolean ended = !s.runningOrUnknown();
        continuity(s, end, there, ended);
        if (Boolean.TRUE.equals(s.running()) && end != null) {
            if (s.daysToEnd() > NEAR) {
                add(Rule.TIM_010, s, end.minusDays(NEAR), null);
                add(Rule.TIM_030, s);
            } else {
                add(Rule.TIM_020, s, null, end);
            }
        }
        if (s.targetOffer().equals("same")) {
            add(Rule.LIC_010, s);
        } else if (s.targetOffer().equals("different")) {
            LocalDate from = end == null ? null : later(asOf, end.minusDays(LEAD));
            add(Rule.LIC_020, s, from, end == null ? null : later(asOf, end));
        }
        boolean wanted = there == null && !s.targetOffer().equals("unclear");
        if (wanted && s.customer().relationship().equals("accepted")) {
            if (ended) {
                add(Rule.PRO_020, s, asOf, asOf);
            } else if (end == null) {
                add(Rule.PRO_030, s);
            } else {
                add(Rule.PRO_010, s, later(asOf, end.minusDays(NEAR)), later(asOf, end.minusDays(LEAD)));
            }
        }
    }

    private void continuity(HandWrittenFact s, LocalDate end, LocalDate there, boolean ended) {
        if (there != null && end != null && !there.isAfter(end)) {
            add(Rule.CON_010, s);
        }
        boolean late = there != null && end != null && there.isAfter(end);
        if (ended && (there == null || late)) {
            add(Rule.CON_020, s);
        }
        String relationship = s.customer().relationship();
        boolean open = relationship.equals("none") || relationship.equals("invited");
        if (!ended && open && there == null && s.daysToEnd() != null && s.daysToEnd() < LEAD) {
            add(Rule.CON_030, s, null, end);
        }
        if (!ended && late) {
            add(Rule.CON_040, s, null, end);
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
