package org.migrationadvisor.workbench.gaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.DaysAfter;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.rulebook.analysis.Constants;
import org.migrationadvisor.rulebook.analysis.Expressions;
import org.migrationadvisor.rulebook.semantics.Property;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.ValueType;
import org.migrationadvisor.rulebook.syntax.Syntax;
import org.migrationadvisor.workbench.gaps.FieldUse.Condition;

/**
 * The values that each fact has in the search: every value of an enumeration, unknown, and both sides of every constant
 * with which the rules compare a field made of it. The first value is that of the plain customer, of whom everything is
 * known and nothing special.
 */
final class Boundaries {
    private static final String ALWAYS = "";
    private static final int MOST_SUBSCRIPTIONS = 400;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<RawFact, Map<Choice, Set<String>>> choices = new HashMap<>();
    private final RawFacts facts;
    private final Map<String, Object> policy;
    private final OfferChoices offers;
    private final CalendarDays calendar;

    private String origin = ALWAYS;

    /**
     * @param rules the rules, and what is to be searched for besides
     * @param policy the values of the policy by name
     */
    Boundaries(
            RawFacts facts,
            Collection<RuleDefinition> rules,
            Map<String, Object> policy,
            OfferChoices offers,
            LocalDate asOf) {
        this.facts = facts;
        this.policy = policy;
        this.offers = offers;
        this.calendar = new CalendarDays(asOf);
        plain(asOf);
        for (RuleDefinition rule : rules) {
            origin = rule.id();
            FieldUse.allConditions(rule).forEach(this::add);
            FieldUse.rowConditions(rule).forEach(this::add);
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

    RawFacts facts() {
        return facts;
    }

    private void plain(LocalDate asOf) {
        fixed(RawFact.AS_OF, asOf);
        fixed(RawFact.SUBSCRIPTIONS, 1, 0, 2);
        Object country = policy.get("partnerCountry");
        if (country != null) {
            fixed(facts.of(FactFields.COUNTRY), country);
        }
        all(facts.of(FactFields.OFFER_ID), offers.offers());
        all(facts.of(FactFields.TARGET_OFFER_ID), offers.targets());
        facts.fields().forEach(field -> {
            for (Object sample : field.samples()) {
                add(facts.of(field), choice(field, sample));
            }
        });
    }

    private Choice choice(FactField field, @Nullable Object sample) {
        return sample instanceof DaysAfter days
                ? new Choice.Relative(facts.base(field, days), days.days())
                : new Choice.Fixed(sample);
    }

    private void fixed(RawFact fact, @Nullable Object... values) {
        all(fact, Arrays.asList(values));
    }

    private void all(RawFact fact, Collection<? extends @Nullable Object> values) {
        values.forEach(value -> add(fact, new Choice.Fixed(value)));
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
        condition.concluding().forEach(rule -> {
            constants.addConcluded(rule, policy);
            constants.addAll(new TableUse(rule).values());
        });
        constants.addAll(condition.rows());
        NavigableSet<Integer> wholes = new TreeSet<>(constants.wholes());
        Syntax.Expression expression = condition.constraint().expression();
        if (Expressions.addsUp(expression)) {
            wholes.addAll(sums(constants.wholes()));
            wholes.addAll(calendar.days(expression, constants.wholes()));
        }
        NavigableSet<RawFact> dates = new TreeSet<>();
        NavigableSet<RawFact> counts = new TreeSet<>();
        for (Property field : condition.fields()) {
            wholes.addAll(offers.numbers(field));
            Collection<RawFact> made = madeOf(field);
            if (field.type() == ValueType.DATE) {
                made.stream().filter(RawFact::isDate).forEach(dates::add);
            } else {
                made.stream().filter(RawFact::isCount).forEach(counts::add);
            }
        }
        boolean adds = Expressions.addsUp(expression);
        condition.fields().forEach(field -> add(field, constants, wholes, adds));
        if (dates.contains(RawFact.AS_OF)) {
            all(RawFact.AS_OF, calendar.monthEnds(expression));
        }
        pairs(dates, offsets(wholes));
        pairs(counts, offsets(wholes));
        if (condition.fields().isEmpty()
                || condition.fields().stream().anyMatch(this::isCountOfSubscriptions)
                || condition.concluding().stream()
                        .anyMatch(rule -> !FieldUse.accumulates(rule).isEmpty())) {
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

    private Collection<RawFact> madeOf(Property field) {
        Collection<RawFact> made = facts.of(field);
        return made == null ? List.of() : made;
    }

    private boolean isCountOfSubscriptions(Property field) {
        Collection<RawFact> made = madeOf(field);
        return made.contains(RawFact.SUBSCRIPTIONS) && made.stream().noneMatch(RawFact::isCount);
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

    private void add(Property field, Constants constants, Set<Integer> wholes, boolean adds) {
        boolean days = field.type() == ValueType.WHOLE;
        for (RawFact fact : madeOf(field)) {
            if (fact.isDate()) {
                if (days && fact != RawFact.AS_OF) {
                    boolean ahead = field.name().equals("daysToEnd");
                    NavigableSet<Integer> offsets = ahead ? beside(wholes) : offsets(wholes);
                    offsets.forEach(offset -> relative(fact, RawFact.AS_OF, offset));
                }
                constants.dates().forEach(date -> fixed(fact, date.minusDays(1), date, date.plusDays(1)));
            } else if (fact.isCount()) {
                beside(wholes).stream().filter(count -> count >= 0).forEach(count -> fixed(fact, count));
            } else if (fact.isAmount()) {
                amounts(fact, field, constants, adds);
            } else if (fact.isOffer()) {
                constants.texts().forEach(text -> OfferChoices.named(field, text)
                        .forEach(offer -> fixed(fact, offer)));
            } else if (field.type() == ValueType.TEXT) {
                constants.texts().forEach(text -> fixed(fact, text));
            }
        }
    }

    /** Of what is made of an amount besides other facts, the boundary lies somewhere between nothing and very much. */
    private void amounts(RawFact fact, Property field, Constants constants, boolean adds) {
        if (adds || field.listed() == null) {
            fixed(fact, BigDecimal.ZERO, new BigDecimal(1_000_000));
            return;
        }
        for (BigDecimal amount : constants.decimals()) {
            for (BigDecimal each : List.of(amount.subtract(CENT), amount, amount.add(CENT))) {
                if (each.signum() >= 0) {
                    fixed(fact, each);
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
