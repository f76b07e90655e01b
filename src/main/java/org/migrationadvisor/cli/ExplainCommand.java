package org.migrationadvisor.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.Advice;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.CustomerList;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.SafeText;
import org.migrationadvisor.text.Suggestion;
import org.migrationadvisor.text.TerminalText;
import org.migrationadvisor.workbench.explain.Explanation;
import org.migrationadvisor.workbench.explain.ExplanationJson;
import org.migrationadvisor.workbench.explain.ExplanationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Explains the advice for a customer. */
@Command(
        name = "explain",
        description = "Explains why each recommendation for a customer was made, and why another one was not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = Advisor.EXAMPLES,
        footer = {
            "  advisor explain customers.csv --customer 75050c1b-1871-40e2-b5f9-30857b9a8c33",
            "  advisor explain customers.csv --customer 75050c1b-1871-40e2-b5f9-30857b9a8c33 --code LET_EXPIRE"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 10;

    @ParentCommand
    private Advisor advisor;

    @Mixin
    private final ListOptions lists = new ListOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "The customer to explain.")
    private String customerId;

    @Option(names = "--subscription", paramLabel = "ID", description = "Only this subscription of the customer.")
    private @Nullable String subscriptionId;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "Why this code is recommended, or is not. May be given several times.")
    private @Nullable List<String> codes;

    @Option(names = "--all", description = "Why each other code of the catalogue is not recommended as well.")
    private boolean all;

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "pretty or json; default: pretty.")
    private @Nullable PrettyOrJson format;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        PrettyOrJson written = output.format(advisor, format, PrettyOrJson.PRETTY);
        output.requireApart(lists.addTo(catalog.addTo(new FilesInUse().rules(rules.path(advisor)))));
        Rulebook rulebook = catalog.addTo(policy.addTo(rules.load(advisor)), advisor.err());
        requireCodes(rulebook);
        MigrationAdvisor known = MigrationAdvisor.of(rulebook);
        MigrationAdvisor loaded = known.inLanguage(language.tag(known, advisor));
        CustomerList list = lists.read(advisor, loaded);
        Customer customer = customer(list);
        requireSubscription(customer);
        LocalDate day = asOf.day();
        Explanation explanation = explain(rulebook, loaded.advise(customer, day));
        output.write(advisor, written == PrettyOrJson.JSON ? ExplanationJson.of(explanation) : pretty(explanation));
        return ListOptions.tell(list, advisor);
    }

    private String pretty(Explanation explanation) {
        TerminalText text = output.text(advisor);
        new ExplanationText(text).write(explanation);
        return text.toString();
    }

    private Explanation explain(Rulebook rulebook, Advice advice) {
        Set<String> made =
                advice.recommendations().stream().map(Recommendation::code).collect(Collectors.toSet());
        Collection<String> asked = codes == null ? List.of() : codes;
        Collection<String> explained = codes == null || all ? made : asked;
        List<String> notMade = rulebook.codes().keySet().stream()
                .filter(code -> all || asked.contains(code))
                .toList();
        return Explanation.of(rulebook, advice, subscriptionId, explained, notMade);
    }

    private void requireCodes(Rulebook rulebook) {
        for (String code : codes == null ? List.<String>of() : codes) {
            if (!rulebook.codes().containsKey(code)) {
                throw unknown("--code", "code", code, rulebook.codes().keySet());
            }
        }
    }

    private Customer customer(CustomerList list) {
        List<String> ids = new ArrayList<>();
        for (Customer customer : list.customers()) {
            if (customer.id().equalsIgnoreCase(customerId)) {
                return customer;
            }
            ids.add(customer.id());
        }
        throw unknown("--customer", "customer", customerId, ids);
    }

    private void requireSubscription(Customer customer) {
        List<String> ids =
                customer.subscriptions().stream().map(Subscription::id).toList();
        if (subscriptionId != null && !ids.contains(subscriptionId)) {
            throw unknown("--subscription", "subscription", subscriptionId, ids);
        }
    }

    private static UsageException unknown(String option, String what, String found, Collection<String> known) {
        String nearest = Suggestion.nearest(found, known);
        String expected = known.size() <= MOST_NAMED && !known.isEmpty()
                ? ", expected one of " + known.stream().map(SafeText::shown).collect(Collectors.joining(", "))
                : ", expected one of " + Counted.of(known.size(), what);
        return new UsageException(option + ": found no " + what + " " + SafeText.quoted(found) + expected
                + (nearest == null ? "" : "\nMaybe you mean " + SafeText.shown(nearest)));
    }
}
