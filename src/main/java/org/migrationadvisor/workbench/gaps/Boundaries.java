package org.migrationadvisor.workbench.gaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Answer;
import org.migrationadvisor.BillingAccount;
import org.migrationadvisor.BillingCycle;
import org.migrationadvisor.EndOfTermAction;
import org.migrationadvisor.Program;
import org.migrationadvisor.Relationship;
import org.migrationadvisor.Segment;
import org.migrationadvisor.Status;
import org.migrationadvisor.Term;
import org.migrationadvisor.rulebook.analysis.Constants;
import org.migrationadvisor.rulebook.analysis.Expressions;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;
import org.migrationadvisor.workbench.gaps.FieldUse.FieldOf;

/**
 * The values that each fact has in the search: every value of an enumeration, unknown, and both sides of every constant
 * with which the rules compare a field made of it. The first value is that of the plain customer, of whom everything is
 * known and nothing special.
 */
final class Boundaries {
    private static final Set<RawFact> DATES = Set.of(
            RawFact.AS_OF,
            RawFact.END_DATE,
            RawFact.START_DATE,
            RawFact.TARGET_PROVISIONED_ON,
            RawFact.PURCHASED_ON,
            RawFact.PAID_THROUGH);
    private static final Set<RawFact> COUNTS = Set.of(RawFact.SEATS, RawFact.ASSIGNED_SEATS, RawFact.TARGET_SEATS);
    private static final String ALWAYS = "";
    private static final int MOST_SUBSCRIPTIONS = 400;
    private static final int PLAIN_DAYS_LEFT = 222;
    private static final int PLAIN_DAYS_OF_TERM = 364;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<RawFact, Map<Choice, Set<String>>> choices = new EnumMap<>(RawFact.class);
    private final Map<String, Object> policy;
    private final OfferChoices offers;
    private final CalendarDays calendar;

    private String origin = ALWAYS;

    /**
     * @param rules the rules, and what is to be searched for besides
     * @param policy the values of the policy by name
     */
    Boundaries(Collection<RuleDefinition> rules, Map<String, Object> policy, OfferChoices offers, LocalDate asOf) {
        this.policy = policy;
        this.offers = offers;
        this.calendar = new CalendarDays(asOf);
        plain(asOf);
        for (RuleDefinition rule : rules) {
            origin = rule.id();
            FieldUse.conditions(rule).forEach(this::add);
        }
    }

    /** The values that a fact has in the search, the plain one first. */
    List<Choice> choices(RawFact fact) {
        return List.copyOf(choices.getOrDefault(fact, Map.of()).keySet());
    }

    /** Whether a value is a boundary of one of some rules, by their ids, or is there for any rule. */
    boolean concerns(RawFact fact, Choice choice, Set<String> rules) {
        Set<String> origins = choices.getOrDefault(fact, Map.of()).getOrDefault(choice, Set.of(ALWAYS));
        return origins.contains(ALWAYS) || !Collections.disjoint(origins, rules);
    }

    private void plain(LocalDate asOf) {
        fixed(RawFact.AS_OF, asOf);
        fixed(RawFact.SUBSCRIPTIONS, 1, 0, 2);
        enumeration(RawFact.SEGMENT, Segment.COMMERCIAL, List.of(Segment.values()));
        fixed(RawFact.COUNTRY, policy.getOrDefault("partnerCountry", "DE"), null, "NZ");
        fixed(RawFact.NAME, "Contoso", null);
        fixed(RawFact.DOMAIN, "contoso.com", null);
        enumeration(RawFact.RELATIONSHIP, Relationship.ACCEPTED, List.of(Relationship.values()));
        enumeration(RawFact.AGREEMENT_ACCEPTED, Answer.YES, List.of(Answer.values()));
        fixed(RawFact.LANGUAGE, "en", null);
        enumeration(RawFact.PROGRAM, Program.EA, List.of(Program.values()));
        all(RawFact.OFFER, offers.offers());
        fixed(RawFact.SEATS, 25, null, 10);
        fixed(RawFact.ASSIGNED_SEATS, 20, null);
        enumeration(RawFact.STATUS, Status.ACTIVE, List.of(Status.values()));
        relative(RawFact.END_DATE, RawFact.AS_OF, PLAIN_DAYS_LEFT);
        fixed(RawFact.END_DATE, (Object) null);
        relative(RawFact.END_DATE, RawFact.AS_OF, -1);
        relative(RawFact.END_DATE, RawFact.AS_OF, 0);
        relative(RawFact.START_DATE, RawFact.END_DATE, -PLAIN_DAYS_OF_TERM);
        fixed(RawFact.START_DATE, (Object) null);
        enumeration(RawFact.TERM, Term.ANNUAL, List.of(Term.values()));
        enumeration(RawFact.BILLING_CYCLE, BillingCycle.ANNUAL, List.of(BillingCycle.values()));
        enumeration(RawFact.AUTO_RENEW, Answer.NO, List.of(Answer.values()));
        fixed(RawFact.BASE_SUBSCRIPTION_ID, null, DecisionSpace.SECOND_ID, "s0");
        fixed(RawFact.UNIT_PRICE, BigDecimal.TEN, null);
        fixed(RawFact.CURRENCY, "EUR", null);
        all(RawFact.TARGET_OFFER, offers.targets());
        fixed(RawFact.TARGET_SEATS, null, 30);
        fixed(RawFact.TARGET_PROVISIONED_ON, (Object) null);
        relative(RawFact.TARGET_PROVISIONED_ON, RawFact.AS_OF, 0);
        enumeration(RawFact.BILLING_ACCOUNT, BillingAccount.MCA, List.of(BillingAccount.values()));
        enumeration(RawFact.END_OF_TERM_ACTION, EndOfTermAction.CANCEL, List.of(EndOfTermAction.values()));
        relative(RawFact.PURCHASED_ON, RawFact.START_DATE, 0);
        fixed(RawFact.PURCHASED_ON, (Object) null);
        relative(RawFact.PAID_THROUGH, RawFact.END_DATE, 0);
        fixed(RawFact.PAID_THROUGH, (Object) null);
        enumeration(RawFact.PROMOTION, Answer.NO, List.of(Answer.values()));
        fixed(RawFact.SOURCE_PARTNER, null, "Fabrikam");
    }

    private void fixed(RawFact fact, @Nullable Object... values) {
        all(fact, Arrays.asList(values));
    }

    private void all(RawFact fact, Collection<? extends @Nullable Object> values) {
        values.forEach(value -> add(fact, new Choice.Fixed(value)));
    }

    private void enumeration(RawFact fact, Object plain, List<?> values) {
        fixed(fact, plain);
        all(fact, values);
    }

    private void relative(RawFact fact, RawFact base, int offset) {
        add(fact, new Choice.Relative(base, offset));
    }

    private void add(RawFact fact, Choice choice) {
        choices.computeIfAbsent(fact, key -> new LinkedHashMap<>())
                .computeIfAbsent(choice, key -> new HashSet<>())
                .add(origin);
    }

    private void add(Condition condition) {
        Constants constants = new Constants();
        constants.add(condition.constraint(), policy);
        NavigableSet<Integer> wholes = new TreeSet<>(constants.wholes());
        Syntax.Expression expression = condition.constraint().expression();
        if (Expressions.addsUp(expression)) {
            wholes.addAll(sums(constants.wholes()));
            wholes.addAll(calendar.days(expression, constants.wholes()));
        }
        NavigableSet<RawFact> dates = new TreeSet<>();
        NavigableSet<RawFact> counts = new TreeSet<>();
        for (FieldOf field : condition.fields()) {
            wholes.addAll(offers.numbers(field));
            List<RawFact> made = madeOf(field);
            if (field.property().type() == ValueType.DATE) {
                made.stream().filter(DATES::contains).forEach(dates::add);
            } else {
                made.stream().filter(COUNTS::contains).forEach(counts::add);
            }
        }
        boolean adds = Expressions.addsUp(expression);
        condition.fields().forEach(field -> add(field, constants, wholes, adds));
        if (dates.contains(RawFact.AS_OF)) {
            all(RawFact.AS_OF, calendar.monthEnds(expression));
        }
        pairs(dates, offsets(wholes));
        pairs(counts, offsets(wholes));
        if (condition.fields().isEmpty() || condition.fields().stream().anyMatch(Boundaries::isCountOfSubscriptions)) {
            beside(wholes).stream()
                    .filter(count -> count >= 0 && count <= MOST_SUBSCRIPTIONS)
                    .forEach(count -> fixed(RawFact.SUBSCRIPTIONS, count));
        }
    }

    /** Sums and differences of two numbers each. */
    private static Set<Integer> sums(Set<Integer> wholes) {
        Set<Integer> sums = new HashSet<>();
        for (int a : wholes) {
            for (int b : wholes) {
                sums.addAll(List.of(a + b, a - b));
            }
        }
        return sums;
    }

    private static List<RawFact> madeOf(FieldOf field) {
        List<RawFact> made = Derivation.of(field.type(), field.property());
        return made == null ? List.of() : made;
    }

    private static boolean isCountOfSubscriptions(FieldOf field) {
        List<RawFact> made = madeOf(field);
        return made.contains(RawFact.SUBSCRIPTIONS) && made.stream().noneMatch(COUNTS::contains);
    }

    private static NavigableSet<Integer> beside(Set<Integer> wholes) {
        NavigableSet<Integer> beside = new TreeSet<>();
        wholes.forEach(whole -> beside.addAll(List.of(whole - 1, whole, whole + 1)));
        return beside;
    }

    private static NavigableSet<Integer> offsets(Set<Integer> wholes) {
        NavigableSet<Integer> offsets = new TreeSet<>(Set.of(0));
        wholes.forEach(whole -> offsets.addAll(List.of(whole, -whole)));
        return beside(offsets);
    }

    private void add(FieldOf field, Constants constants, Set<Integer> wholes, boolean adds) {
        boolean days = field.property().type() == ValueType.WHOLE;
        for (RawFact fact : madeOf(field)) {
            if (DATES.contains(fact)) {
                if (days && fact != RawFact.AS_OF) {
                    boolean ahead = field.property().name().equals("daysToEnd");
                    NavigableSet<Integer> offsets = ahead ? beside(wholes) : offsets(wholes);
                    offsets.forEach(offset -> relative(fact, RawFact.AS_OF, offset));
                }
                constants.dates().forEach(date -> fixed(fact, date.minusDays(1), date, date.plusDays(1)));
            } else if (COUNTS.contains(fact)) {
                beside(wholes).stream().filter(count -> count >= 0).forEach(count -> fixed(fact, count));
            } else if (fact == RawFact.UNIT_PRICE) {
                prices(field, constants, adds);
            } else if (fact == RawFact.OFFER || fact == RawFact.TARGET_OFFER) {
                constants.texts().forEach(text -> OfferChoices.named(field, text)
                        .forEach(offer -> fixed(fact, offer)));
            } else if (field.property().type() == ValueType.TEXT) {
                constants.texts().forEach(text -> fixed(fact, text));
            }
        }
    }

    /** Of what is made of a price besides other facts, the boundary lies somewhere between nothing and very much. */
    private void prices(FieldOf field, Constants constants, boolean adds) {
        if (adds || !field.property().name().equals("unitPrice")) {
            fixed(RawFact.UNIT_PRICE, BigDecimal.ZERO, new BigDecimal(1_000_000));
            return;
        }
        for (BigDecimal price : constants.decimals()) {
            for (BigDecimal each : List.of(price.subtract(CENT), price, price.add(CENT))) {
                if (each.signum() >= 0) {
                    fixed(RawFact.UNIT_PRICE, each);
                }
            }
        }
    }

    private void pairs(NavigableSet<RawFact> facts, NavigableSet<Integer> offsets) {
        for (RawFact base : facts) {
            for (RawFact fact : facts.tailSet(base, false)) {
                if (fact != RawFact.AS_OF) {
                    offsets.forEach(offset -> relative(fact, base, offset));
                }
            }
        }
    }
}
