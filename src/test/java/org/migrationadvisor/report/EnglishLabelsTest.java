package org.migrationadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishLabelsTest {

    private final Labels labels = new EnglishLabels();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-12-20 | ends Dec 20, 2026, in 30 days",
                "2026-11-21 | ends Nov 21, 2026, in 1 day",
                "2026-11-20 | ends today",
                "2026-11-19 | ended 1 day ago",
                "2026-11-17 | ended 3 days ago",
                "- | end date unknown"
            })
    void the_end_of_a_term_is_seen_from_the_as_of_date(LocalDate endDate, String words) {
        assertThat(labels.end(endDate, LocalDate.of(2026, 11, 20))).isEqualTo(words);
    }

    @Test
    void one_is_not_a_plural() {
        assertThat(labels.seats(1)).isEqualTo("1 seat");
        assertThat(labels.seats(0)).isEqualTo("0 seats");
        assertThat(labels.seats(null)).isEqualTo("seats unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "de", "tlh", ""})
    void a_language_without_labels_gets_english(String language) {
        assertThat(Labels.of(language).languageTag()).isEqualTo("en");
    }
}
