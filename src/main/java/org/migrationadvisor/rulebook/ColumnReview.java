package org.migrationadvisor.rulebook;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.rulebook.messages.Messages;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RuleDefinition.Reading;
import org.migrationadvisor.rulebook.semantics.RuleReads;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.Yaml;

/** Finds own columns that neither a rule nor a text reads, in a folder that loads. */
final class ColumnReview {
    private final Set<FactField> read = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    private ColumnReview() {}

    static void run(Loader loader, Problems problems) {
        if (loader.columns().table().own().isEmpty()) {
            return;
        }
        ColumnReview review = new ColumnReview();
        loader.rules().forEach(review::add);
        loader.definitions().rules().forEach(review::add);
        loader.languages().values().forEach(review::add);
        for (FactField field : loader.columns().table().own()) {
            if (!review.read.contains(field) && !review.shown.contains(field.name())) {
                Yaml.Entry place =
                        Objects.requireNonNull(loader.columns().places().get(field.toString()));
                problems.warning(
                        ProblemKind.UNUSED_COLUMN,
                        place.file(),
                        place.nameSpan(),
                        "found `" + field.name() + "`, which no rule and no text reads",
                        "remove it, or read it in a rule with " + field.owner().fact() + "( $value : " + field.name()
                                + " )");
            }
        }
    }

    private void add(RuleDefinition rule) {
        RuleReads.readings(rule).forEach(this::add);
        if (!rule.concludes()) {
            rule.recommended().values().forEach(value -> add(value.reading()));
        }
    }

    private void add(Reading reading) {
        reading.fields().stream()
                .flatMap(field -> Stream.ofNullable(
                        field.path().get(field.path().size() - 1).listed()))
                .forEach(read::add);
    }

    private void add(Messages messages) {
        messages.texts().values().stream()
                .flatMap(text -> text.template().names().stream())
                .forEach(name -> shown.add(name.substring(name.lastIndexOf('.') + 1)));
    }
}
