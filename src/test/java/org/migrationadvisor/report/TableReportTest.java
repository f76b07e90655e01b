package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.text.DisplayWidth;

class TableReportTest {

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 79, 80, 95, 96, 97, 100, 120, 140, 200})
    void no_line_is_wider_than_asked_for_or_ends_with_a_blank(int width) {
        String table = table(ReportOptions.defaults().withWidth(width), SampleAdvice.all());
        assertThat(table.lines()).allMatch(line -> DisplayWidth.of(line) <= width, "fits");
        assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void less_than_sixty_columns_are_treated_as_sixty() {
        assertThat(table(ReportOptions.defaults().withWidth(20), SampleAdvice.all()))
                .isEqualTo(table(ReportOptions.defaults().withWidth(60), SampleAdvice.all()));
    }

    @Test
    void colour_adds_nothing_to_the_text() {
        String coloured = table(ReportOptions.defaults().withColour(true), SampleAdvice.all());
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(table(ReportOptions.defaults(), SampleAdvice.all()));
    }

    @Test
    void a_list_cannot_drive_the_terminal() {
        String hostile = "\u001B]0;owned\u0007\u009B2J\u001B[31m\r\b\u202E";
        Advice advice = SampleAdvice.advice(
                Customer.builder("id" + hostile)
                        .name("name" + hostile)
                        .domain("domain" + hostile)
                        .country("DE" + hostile)
                        .build(),
                Readiness.DONE,
                SampleAdvice.saying("message" + hostile));
        String table = table(ReportOptions.defaults(), List.of(advice));
        assertThat(table.codePoints().filter(c -> c != '\n')).noneMatch(c -> Character.isISOControl(c) || c == 0x202E);
    }

    @Test
    void a_block_is_headed_by_what_the_offer_is_called_and_the_wanted_one_if_it_is_called_otherwise() {
        Advice advice = SampleAdvice.advice(
                Customer.builder("c")
                        .subscriptions(
                                Subscription.builder("s-1")
                                        .offer(new Offer("A", null))
                                        .targetOffer(new Offer("B", null))
                                        .build(),
                                Subscription.builder("s-2")
                                        .offer(new Offer("A", null))
                                        .targetOffer(new Offer("a", null))
                                        .build())
                        .build(),
                Readiness.DONE);
        ReportOptions options = ReportOptions.defaults()
                .withOfferTitle(offer -> "Product " + offer.title().toUpperCase(Locale.ROOT));

        assertThat(table(options, List.of(advice)))
                .contains("\n  Product A → Product B · s-1 · ", "\n  Product A · s-2 · ");
    }

    @Test
    void a_message_is_never_cut() {
        String message = "word ".repeat(300) + "x".repeat(500) + " end.";
        Advice advice =
                SampleAdvice.advice(Customer.builder("c").build(), Readiness.DONE, SampleAdvice.saying(message));
        String table = table(ReportOptions.defaults().withWidth(60), List.of(advice));
        assertThat(table.replaceAll("\\s", "")).contains(message.replace(" ", ""));
    }

    private static String table(ReportOptions options, List<Advice> advice) {
        return SampleAdvice.write(ReportFormat.TABLE, options, advice);
    }
}
