package org.migrationadvisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.migrationadvisor.catalog.LicensingList;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.Resolution;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.rulebook.Rulebook;
import org.migrationadvisor.rulebook.folder.RulebookException;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.messages.Finding;
import org.migrationadvisor.rulebook.semantics.RuleDefinition;
import org.migrationadvisor.rulebook.semantics.RunawayRuleException;

/**
 * Advises on moving customers' license-based subscriptions to the partner's own CSP business. One instance holds one
 * set of rules, compiled once, and can be shared by any number of threads. Advice for one customer never depends on
 * another.
 */
public final class MigrationAdvisor {
    private static final int CUSTOMERS_PER_EVALUATION = 32;
    private static final int SUBSCRIPTIONS_PER_EVALUATION = 128;

    private final Rulebook rulebook;
    private final String language;
    private final FactAssembler facts;
    private final AdviceAssembler advice;

    private MigrationAdvisor(Rulebook rulebook, String language) {
        this.rulebook = rulebook;
        this.language = language;
        this.facts = new FactAssembler(rulebook);
        this.advice = new AdviceAssembler(rulebook, language);
    }

    /**
     * Loads a rules folder.
     *
     * @throws RulebookException with every problem found, if the rules do not load
     * @throws IOException if the folder or a file in it cannot be read
     * @throws LimitReachedException if they do not fit into the memory
     */
    public static MigrationAdvisor load(Path rules) throws IOException {
        return load(RulesFolder.read(rules));
    }

    /** Loads the rules that are bundled with the program. */
    public static MigrationAdvisor bundled() {
        return load(RulesFolder.bundled());
    }

    /**
     * Loads a rules folder that has been read.
     *
     * @throws RulebookException with every problem found, if the rules do not load or are not finished
     * @throws LimitReachedException if they do not fit into the memory
     */
    public static MigrationAdvisor load(RulesFolder folder) {
        return LimitReachedException.guard(() -> "the rules", () -> of(Rulebook.loadFinished(folder)));
    }

    /** The fields that customers and subscriptions can have: those of every list, and own columns of the rules. */
    public FactTable fields() {
        return rulebook.fields();
    }

    /** An advisor with a rulebook that is loaded already. */
    public static MigrationAdvisor of(Rulebook rulebook) {
        Objects.requireNonNull(rulebook, "rulebook");
        return new MigrationAdvisor(rulebook, Rulebook.DEFAULT_LANGUAGE);
    }

    /** Watches a rules folder and tells nobody; else as {@link #watching(Path, ReloadListener)}. */
    public static WatchedAdvisor watching(Path rules) throws IOException {
        return watching(rules, new ReloadListener() {});
    }

    /**
     * Loads a rules folder and takes over what changes in it, until the result is closed.
     *
     * @param listener is told of each change that was taken over or refused, not of this first loading
     * @throws RulebookException with every problem found, if the rules do not load now
     * @throws IOException if the folder or a file in it cannot be read now
     */
    public static WatchedAdvisor watching(Path rules, ReloadListener listener) throws IOException {
        return WatchedAdvisor.of(rules, listener);
    }

    /**
     * The same rules with messages in another language.
     *
     * @param tag BCP 47 tag, such as {@code pt-BR}
     * @throws IllegalArgumentException if the rules have no texts in it
     */
    public MigrationAdvisor inLanguage(String tag) {
        Objects.requireNonNull(tag, "tag");
        if (!languages().contains(tag)) {
            throw new IllegalArgumentException(
                    "language: found '" + tag + "', expected one of " + String.join(", ", languages()));
        }
        return new MigrationAdvisor(rulebook, tag);
    }

    /** The same rules with the products and service plans of Microsoft's list added to those of the rules folder. */
    public MigrationAdvisor withProducts(LicensingList list) {
        return new MigrationAdvisor(rulebook.withProducts(list), language);
    }

    /**
     * The same rules with other values of {@code policy.yaml}, such as {@code Map.of("nearExpiryDays", 45)}. The rules are
     * built anew, which takes as long as loading them; the fingerprint is another one if a value is.
     *
     * @param values by name; whole numbers, {@link java.math.BigDecimal}, texts, {@link LocalDate} and truth values as the
     *     policy has them, or their texts; what is not named keeps its value
     * @throws IllegalArgumentException if a name is not one of the policy, or a value is not of its type
     * @throws RulebookException if the rules do not load with the values
     */
    public MigrationAdvisor withPolicy(Map<String, ?> values) {
        return new MigrationAdvisor(rulebook.withPolicy(values), language);
    }

    /** BCP 47 tags of the languages that the rules have texts in. */
    public Set<String> languages() {
        return rulebook.languages();
    }

    /** The rules, by file and line; unmodifiable. */
    public List<RuleInfo> rules() {
        return rulebook.rules().stream().map(MigrationAdvisor::info).toList();
    }

    /**
     * The rules that are not proved to look at one customer only, by file and line; unmodifiable. While there are any,
     * customers are not evaluated together, and evaluation takes up to twice as long. Advice is the same.
     */
    public List<RuleInfo> rulesNotKeptApart() {
        return rulebook.rulesNotKeptApart().stream().map(MigrationAdvisor::info).toList();
    }

    private static RuleInfo info(RuleDefinition rule) {
        return new RuleInfo(rule.id(), rule.sentence(), rule.file().name(), rule.line(), rule.source(), rule.code());
    }

    /**
     * Fingerprint of everything in the rules folder, and in a list of products added to it, that can change advice:
     * SHA-256 in hexadecimal digits.
     */
    public String fingerprint() {
        return rulebook.fingerprint();
    }

    /**
     * The licensing SKU that an offer is, as the rules' offers table knows it.
     *
     * @return its GUID in lower case; empty if it is not known or not clear
     */
    public Optional<String> licensingSku(Offer offer) {
        return product(offer).map(Product::skuId);
    }

    /**
     * What an offer is called: by the name of the product that it is, followed in brackets by the name that was given
     * if it is another one; as it was given where the product is not known. Empty if nothing was given.
     */
    public String title(Offer offer) {
        Optional<Product> product = product(offer);
        if (product.isEmpty()) {
            return offer.title();
        }
        String name = product.get().name();
        String given = offer.name();
        boolean same = given == null
                || given.equalsIgnoreCase(name)
                || given.equalsIgnoreCase(product.get().partNumber());
        return same ? name : name + " (\"" + given + "\")";
    }

    private Optional<Product> product(Offer offer) {
        return rulebook.catalog().resolve(offer.id(), offer.name()) instanceof Resolution.Resolved resolved
                ? Optional.of(resolved.product())
                : Optional.empty();
    }

    /** Advises on a customer as of today, UTC; else as {@link #advise(Customer, LocalDate)}. */
    public Advice advise(Customer customer) {
        return advise(customer, LocalDate.now(Clock.system(ZoneOffset.UTC)));
    }

    /**
     * Advises on a customer.
     *
     * @param asOf the day for which the advice is to hold, UTC
     * @return never null; without recommendations if there is nothing to say
     * @throws RunawayRuleException if a rule runs away
     * @throws LimitReachedException if the customer is too large for the memory
     */
    public Advice advise(Customer customer, LocalDate asOf) {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(asOf, "asOf");
        return evaluate(List.of(customer), asOf).get(0);
    }

    /**
     * Advises on many customers, lazily and in their order. A customer may come more than once.
     *
     * @param asOf the day for which the advice is to hold, UTC
     * @throws RunawayRuleException while the stream is read, if a rule runs away
     * @throws LimitReachedException while the stream is read, if customers are too large for the memory
     */
    public Stream<Advice> advise(Stream<Customer> customers, LocalDate asOf) {
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(asOf, "asOf");
        Iterator<Advice> advice = new Batches(customers.iterator(), asOf);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(advice, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(customers::close);
    }

    /** Reads customers in batches: an evaluation costs less for some of them together than for each alone. */
    private final class Batches implements Iterator<Advice> {
        private final Iterator<Customer> customers;
        private final LocalDate asOf;
        private Iterator<Advice> ready = List.<Advice>of().iterator();

        Batches(Iterator<Customer> customers, LocalDate asOf) {
            this.customers = customers;
            this.asOf = asOf;
        }

        @Override
        public boolean hasNext() {
            return ready.hasNext() || customers.hasNext();
        }

        @Override
        public Advice next() {
            if (!ready.hasNext()) {
                if (!customers.hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = evaluate(batch(), asOf).iterator();
            }
            return ready.next();
        }

        private List<Customer> batch() {
            List<Customer> batch = new ArrayList<>(CUSTOMERS_PER_EVALUATION);
            int subscriptions = 0;
            while (batch.size() < CUSTOMERS_PER_EVALUATION
                    && subscriptions < SUBSCRIPTIONS_PER_EVALUATION
                    && customers.hasNext()) {
                Customer customer = Objects.requireNonNull(customers.next(), "customer");
                batch.add(customer);
                subscriptions += customer.subscriptions().size();
            }
            return batch;
        }
    }

    private List<Advice> evaluate(List<Customer> customers, LocalDate asOf) {
        return LimitReachedException.guard(() -> described(customers), () -> evaluated(customers, asOf));
    }

    private static String described(List<Customer> customers) {
        int subscriptions = customers.stream()
                .mapToInt(customer -> customer.subscriptions().size())
                .sum();
        return String.format(
                Locale.ROOT,
                "%s with %,d subscriptions",
                customers.size() == 1 ? "customer " + customers.get(0).id() : customers.size() + " customers",
                subscriptions);
    }

    private List<Advice> evaluated(List<Customer> customers, LocalDate asOf) {
        List<List<Object>> own = new ArrayList<>(customers.size());
        for (Customer customer : customers) {
            own.add(facts.facts(customer, asOf));
        }
        List<List<Finding>> findings = rulebook.evaluate(own);
        List<Advice> all = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            all.add(advice.advice(customers.get(i), asOf, findings.get(i)));
        }
        return all;
    }
}
