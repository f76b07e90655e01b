package org.migrationadvisor.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactTableTest {

    static List<FactField> fields() {
        return FactTable.STANDARD.fields();
    }

    @Test
    void theColumnsAreThoseOfTheCanonicalListInItsOrder() {
        assertThat(String.join(", ", FactTable.STANDARD.columns()))
                .isEqualTo("customer_id, customer_name, domain, country, segment, relationship, agreement_accepted,"
                        + " subscription_id, program, offer_id, offer_name, seats, assigned_seats, status, start_date,"
                        + " end_date, term, billing_cycle, auto_renew, base_subscription_id, unit_price, currency,"
                        + " target_offer_id, target_offer_name, target_seats, target_provisioned_on, billing_account,"
                        + " end_of_term_action, purchased_on, paid_through, promotion, source_partner, language");
        assertThat(FactTable.STANDARD.keys(true))
                .containsExactly(
                        "customerId",
                        "customerName",
                        "domain",
                        "country",
                        "segment",
                        "relationship",
                        "agreementAccepted",
                        "language");
    }

    @Test
    void noTwoFieldsShareANameAColumnOrAKey() {
        assertThat(fields()).extracting(FactField::toString).doesNotHaveDuplicates();
        assertThat(fields()).extracting(FactField::column).doesNotHaveDuplicates();
        assertThat(fields()).extracting(FactField::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsFoundByItsNameItsColumnAndItsKey(FactField field) {
        assertThat(FactTable.STANDARD.field(field.owner(), field.name())).isSameAs(field);
        assertThat(FactTable.STANDARD.ofColumn(field.column().toUpperCase(Locale.ROOT)))
                .isSameAs(field);
        assertThat(FactTable.STANDARD.ofKey(field.key())).isSameAs(field);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFactHasTheValuesThatItsBuilderIsGiven(FactField field) {
        for (Object sample : field.samples()) {
            if (sample instanceof DaysAfter || field.name().equals("id")) {
                continue;
            }
            ListedFact fact = field.ofCustomer()
                    ? Customer.builder("c").fact(field.name(), sample).build()
                    : Subscription.builder("s").fact(field.name(), sample).build();
            assertThat(fact.fact(field.name())).isEqualTo(sample);
            assertThat(FactField.isKnown(fact.value(field))).isEqualTo(sample != null && !"unknown".equals(sample));
            if (fact instanceof Subscription subscription) {
                assertThat(subscription.toBuilder().build()).isEqualTo(fact).hasSameHashCodeAs(fact);
            }
        }
    }

    @Test
    void aChoiceKnowsItsCodesAndStartsWithTheOneOfAPlainFact() {
        assertThat(FactFields.STATUS.codes())
                .isEqualTo("active, trial, suspended, expired, disabled, deleted, unknown");
        assertThat(FactFields.PROGRAM.code("Web-Direct")).isEqualTo("web-direct");
        assertThat(FactFields.PROGRAM.code("web direct")).isNull();
        assertThat(FactFields.AUTO_RENEW.samples()).containsExactly("no", "yes", "unknown");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByTheNameOfItsField() {
        Subscription.Builder builder = Subscription.builder("s");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.fact("seats", "25"))
                .withMessage("seats: found 25, expected a whole number of 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.seats(-1))
                .withMessage("seats: found -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.fact("term", "P2Y"))
                .withMessage("term: found P2Y, expected one of P1M, P1Y, P3Y, unknown");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.builder(" ").build())
                .withMessage("id: found a blank text, expected the id of a subscription");
    }

    @Test
    void factsAreEqualIfTheyKnowTheSame() {
        Subscription one =
                Subscription.builder("s").seats(3).program(Program.EA).build();

        assertThat(one)
                .isEqualTo(
                        Subscription.builder("s").program(Program.EA).seats(3).build())
                .isNotEqualTo(Subscription.builder("s").seats(3).build())
                .isNotEqualTo(Customer.builder("s").build())
                .hasToString("Subscription{id=s, program=ea, seats=3}");
        assertThat(Customer.builder("c").subscriptions(one).build())
                .isNotEqualTo(Customer.builder("c").build())
                .hasToString("Customer{id=c}[Subscription{id=s, program=ea, seats=3}]");
    }

    @Test
    void aMapByFieldsKeepsTheOrderOfTheTable() {
        Map<FactField, String> map = new FieldMap<>();
        map.put(FactFields.LANGUAGE, "c");
        map.put(FactFields.SEATS, "b");
        map.put(FactFields.CUSTOMER_ID, "a");

        assertThat(map.put(FactFields.SEATS, "d")).isEqualTo("b");
        assertThat(map.values()).containsExactly("a", "d", "c");
        assertThat(map).hasSize(3).doesNotContainKey(FactFields.TERM).isEqualTo(new HashMap<>(map));
    }
}
