package org.migrationadvisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rule files made up from a seed: rules of one to three conditions, with joins of every kind and without any. */
final class GeneratedRules {
    private static final List<String> OF_CUSTOMER = List.of(
            "relationship == \"none\"",
            "relationship in ( \"invited\", \"accepted\" )",
            "country == \"DE\"",
            "subscriptionCount > 1",
            "movingCount < $near || country == null",
            "!( segment == \"education\" )");
    private static final List<String> OF_SUBSCRIPTION = List.of(
            "seats > $near",
            "seats == 2",
            "daysToEnd <= $near",
            "moving",
            "!ended",
            "program != \"csp\"",
            "customer.relationship == \"none\"",
            "targetSeats == null",
            "status == \"active\" && seats < 4",
            "assignedSeats != seats");
    private static final List<String> BETWEEN_SUBSCRIPTIONS = List.of(
            "this != %1$s",
            "baseSubscriptionId == %1$s.id",
            "seats == %1$s.seats",
            "endDate >= %1$s.endDate",
            "this != %1$s, seats > 1 || program == %1$s.program",
            "this != %1$s, !( program == %1$s.program )");
    private static final List<String> TIES =
            List.of("%1$s == %2$s", "%2$s == %1$s", "%1$s.id == %2$s.id", "%1$s == %2$s && %1$s.id != null");
    /** Conditions that are close to a tie and none: each also holds for facts of two customers. */
    private static final List<String> NO_TIES = List.of(
            "%1$s == %2$s || %1$s.country == null",
            "!( %1$s == %2$s )",
            "!( %1$s == %2$s && %1$s.country == null )",
            "%1$s != %2$s",
            "%2$s == %2$s",
            "%1$s == %1$s",
            "%1$s.country == %2$s.country",
            "%1$s.relationship == %2$s.relationship",
            "%1$s.asOf == %2$s.asOf",
            "%1$s.id != %2$s.id",
            "%1$s.id != \"\"");

    private static final List<String> NUMBERS = List.of("seats", "assignedSeats", "daysToEnd");

    private final Random random;
    private final List<String> customers = new ArrayList<>();
    private final List<String> subscriptions = new ArrayList<>();
    private int variables;

    private GeneratedRules(long seed) {
        this.random = new Random(seed);
    }

    /** A rule file, the same for the same seed. */
    static String of(long seed, int rules) {
        GeneratedRules generator = new GeneratedRules(seed);
        StringBuilder drl = new StringBuilder("package generated;\n");
        for (int i = 1; i <= rules; i++) {
            drl.append(generator.rule(i));
        }
        return drl.toString();
    }

    private String rule(int number) {
        customers.clear();
        subscriptions.clear();
        variables = 0;
        StringBuilder rule = new StringBuilder("\nrule \"GEN-%03d Made up\"\n".formatted(number * 10));
        rule.append("    @source( \"Test\" )\nwhen\n    Policy( $near : nearExpiryDays )\n    ");
        if (random.nextInt(10) == 0) {
            rule.append("not ").append(pattern(false)).append("\n    ");
        }
        rule.append(pattern(true)).append('\n');
        for (int more = random.nextInt(3); more > 0; more--) {
            rule.append("    ").append(condition()).append('\n');
        }
        boolean ofCustomer = !customers.isEmpty() && (subscriptions.isEmpty() || random.nextBoolean());
        String subject = ofCustomer ? any(customers) : any(subscriptions);
        rule.append("then\n    recommend( CHECK_")
                .append(ofCustomer ? "CUSTOMER, " : "SUBSCRIPTION, ")
                .append(subject);
        return rule.append(" );\nend\n").toString();
    }

    private String condition() {
        return switch (random.nextInt(8)) {
            case 0 -> "not " + pattern(false);
            case 1 -> "exists " + pattern(false);
            case 2 -> "not( " + inner() + " )";
            case 3 -> "exists( " + inner() + " )";
            case 4 -> {
                String count = "$count" + ++variables;
                yield "accumulate( " + pattern(false) + "; " + count + " : count(); " + count + " > 1 )";
            }
            case 5 -> {
                String number = "$number" + ++variables;
                String made = "$made" + ++variables;
                String facts =
                        "Subscription( " + String.join(", ", subscription(), number + " : " + any(NUMBERS)) + " )";
                String function = any(List.of("sum", "min", "max", "average"));
                yield "accumulate( " + facts + "; " + made + " : " + function + "( " + number + " ); " + made
                        + any(List.of(" > 1", " <= $near", " != 2")) + " )";
            }
            default -> pattern(true);
        };
    }

    /** Two facts, of which the second can be joined to the first; neither can be named behind them. */
    private String inner() {
        int customersBefore = customers.size();
        int subscriptionsBefore = subscriptions.size();
        String inner = pattern(true) + " and " + pattern(false);
        customers.subList(customersBefore, customers.size()).clear();
        subscriptions.subList(subscriptionsBefore, subscriptions.size()).clear();
        return inner;
    }

    private String subscription() {
        List<String> constraints = constraints(false);
        return constraints.isEmpty() ? "id != \"\"" : String.join(", ", constraints);
    }

    private String pattern(boolean binds) {
        boolean ofCustomer = random.nextInt(3) == 0;
        List<String> constraints = constraints(ofCustomer);
        String facts = (ofCustomer ? "Customer" : "Subscription") + "( " + String.join(", ", constraints) + " )";
        if (!binds) {
            return facts;
        }
        String variable = "$fact" + ++variables;
        (ofCustomer ? customers : subscriptions).add(variable);
        return variable + " : " + facts;
    }

    private List<String> constraints(boolean ofCustomer) {
        List<String> constraints = new ArrayList<>();
        if (!customers.isEmpty() || !subscriptions.isEmpty()) {
            boolean tied = random.nextInt(8) > 0;
            String other = !customers.isEmpty() && random.nextBoolean() ? any(customers) : anySubscriptionsCustomer();
            constraints.add(any(tied ? TIES : NO_TIES).formatted(ofCustomer ? "this" : "customer", other));
        }
        if (!ofCustomer && !subscriptions.isEmpty() && random.nextBoolean()) {
            constraints.add(any(BETWEEN_SUBSCRIPTIONS).formatted(any(subscriptions)));
        }
        while (random.nextInt(3) > 0) {
            constraints.add(any(ofCustomer ? OF_CUSTOMER : OF_SUBSCRIPTION));
        }
        return constraints;
    }

    private String anySubscriptionsCustomer() {
        return subscriptions.isEmpty() ? any(customers) : any(subscriptions) + ".customer";
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
