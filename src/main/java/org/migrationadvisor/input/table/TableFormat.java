package org.migrationadvisor.input.table;

import static org.migrationadvisor.facts.FactFields.ASSIGNED_SEATS;
import static org.migrationadvisor.facts.FactFields.AUTO_RENEW;
import static org.migrationadvisor.facts.FactFields.BASE_SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.BILLING_CYCLE;
import static org.migrationadvisor.facts.FactFields.COUNTRY;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_ID;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_NAME;
import static org.migrationadvisor.facts.FactFields.DOMAIN;
import static org.migrationadvisor.facts.FactFields.END_DATE;
import static org.migrationadvisor.facts.FactFields.OFFER_ID;
import static org.migrationadvisor.facts.FactFields.OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.PROGRAM;
import static org.migrationadvisor.facts.FactFields.PROMOTION;
import static org.migrationadvisor.facts.FactFields.RELATIONSHIP;
import static org.migrationadvisor.facts.FactFields.SEATS;
import static org.migrationadvisor.facts.FactFields.SEGMENT;
import static org.migrationadvisor.facts.FactFields.START_DATE;
import static org.migrationadvisor.facts.FactFields.STATUS;
import static org.migrationadvisor.facts.FactFields.SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.TARGET_OFFER_ID;
import static org.migrationadvisor.facts.FactFields.TARGET_PROVISIONED_ON;
import static org.migrationadvisor.facts.FactFields.TARGET_SEATS;
import static org.migrationadvisor.facts.FactFields.TERM;
import static org.migrationadvisor.input.row.RowKind.Trait.COMMERCE_OFFERS;
import static org.migrationadvisor.input.row.RowKind.Trait.CUSTOMER_MAY_BE_MISSING;
import static org.migrationadvisor.input.row.RowKind.Trait.ID_MAY_BE_MISSING;
import static org.migrationadvisor.input.row.RowKind.Trait.REPEATS;
import static org.migrationadvisor.input.table.TableColumn.column;
import static org.migrationadvisor.input.table.TableColumn.joined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Translation;

/**
 * The tables that are known by their header, and where each of their columns goes. A column that is not named here is
 * none of our facts and is ignored. No filled-in file of these formats is public: the columns are those that Microsoft's
 * pages and its migration tool name, and a value that is not known is unknown and warned of, never guessed.
 */
@SuppressWarnings("ImmutableEnumChecker") // all collections are made by List.of, Set.of and Map.of
public enum TableFormat {
    CANONICAL(
            ListFormat.CSV,
            List.of("customer_id", "subscription_id"),
            FactTable.STANDARD.fields().stream()
                    .map(field -> column(field, field.column()))
                    .toList()),

    /** The migration tool lists customers of the partner, and only their ids and names. */
    BAM_CUSTOMERS(
            ListFormat.BAM_CUSTOMERS,
            List.of("TenantId", "CompanyName"),
            List.of(column(CUSTOMER_ID, "TenantId"), column(DOMAIN, "Domain"), column(CUSTOMER_NAME, "CompanyName"))),

    /** The partner's own legacy subscriptions, in every layout of the tool: list, result and schedule files. */
    BAM_SUBSCRIPTIONS(
            ListFormat.BAM_SUBSCRIPTIONS,
            List.of("LegacySubscriptionId", "CustomerTenantId"),
            List.of(
                    column(CUSTOMER_ID, "CustomerTenantId"),
                    column(CUSTOMER_NAME, "CustomerName"),
                    column(SUBSCRIPTION_ID, "LegacySubscriptionId"),
                    column(OFFER_NAME, "LegacyProductName"),
                    column(END_DATE, "ExpirationDate"),
                    column(AUTO_RENEW, "AutoRenewEnabled"),
                    column(TERM, "CurrentTerm"),
                    column(BILLING_CYCLE, "CurrentBillingPlan"),
                    column(SEATS, "CurrentSeatCount"),
                    column(BASE_SUBSCRIPTION_ID, "BaseSubscriptionId"),
                    column(TARGET_OFFER_ID, "NcePsa"),
                    column(TARGET_SEATS, "SeatCount"),
                    column(TARGET_PROVISIONED_ON, "TargetDate"),
                    column(PROMOTION, "MigrationIneligibilityReason", Translation.PROMOTION_AS_REASON)),
            Map.of(PROGRAM, "csp-legacy"),
            COMMERCE_OFFERS),

    /** The partner's own new-commerce subscriptions. */
    BAM_NCE_SUBSCRIPTIONS(
            ListFormat.BAM_NCE_SUBSCRIPTIONS,
            List.of("SubscriptionId", "CustomerTenantId", "Psa"),
            List.of(
                    column(CUSTOMER_ID, "CustomerTenantId"),
                    column(CUSTOMER_NAME, "CustomerName"),
                    column(SUBSCRIPTION_ID, "SubscriptionId"),
                    column(OFFER_ID, "Psa"),
                    column(OFFER_NAME, "ProductName"),
                    column(END_DATE, "ExpirationDate"),
                    column(TERM, "Term"),
                    column(BILLING_CYCLE, "BillingPlan"),
                    column(SEATS, "SeatCount")),
            Map.of(PROGRAM, "csp"),
            COMMERCE_OFFERS),

    /** One row per subscription and month; of several the latest month counts. */
    INSIGHTS(
            ListFormat.INSIGHTS,
            List.of("SubscriptionId", "CustomerTenantId", "SubscriptionState"),
            List.of(
                    column(CUSTOMER_ID, "CustomerTenantId"),
                    column(CUSTOMER_NAME, "CustomerName"),
                    column(SEGMENT, "CustomerSegment"),
                    column(COUNTRY, "CustomerMarket"),
                    column(SUBSCRIPTION_ID, "SubscriptionId"),
                    column(PROGRAM, "SalesChannel", Translation.SALES_CHANNEL),
                    column(OFFER_NAME, "SKU"),
                    column(OFFER_NAME, "Product"),
                    column(STATUS, "SubscriptionState"),
                    column(START_DATE, "SubscriptionStartDate"),
                    column(END_DATE, "SubscriptionEndDate"),
                    column(AUTO_RENEW, "IsAutoRenew"),
                    column(SEATS, "AvailableSeats")),
            Map.of(),
            REPEATS),

    /**
     * One row per charge of the partner's own legacy subscriptions. The number that other files know a subscription by
     * is in {@code SyndicationPartnerSubscriptionNumber}, and the offer's in {@code DurableOfferId}. Prices are what the
     * partner pays, and so no fact of the customer's.
     */
    RECONCILIATION_LEGACY(
            ListFormat.RECONCILIATION_LEGACY,
            List.of("SyndicationPartnerSubscriptionNumber", "DurableOfferId", "ChargeType"),
            List.of(
                    column(CUSTOMER_ID, "CustomerId"),
                    column(CUSTOMER_NAME, "CustomerName"),
                    column(DOMAIN, "DomainName"),
                    column(SUBSCRIPTION_ID, "SyndicationPartnerSubscriptionNumber"),
                    column(OFFER_ID, "DurableOfferId"),
                    column(OFFER_NAME, "OfferName"),
                    column(START_DATE, "SubscriptionStartDate"),
                    column(END_DATE, "SubscriptionEndDate"),
                    column(BILLING_CYCLE, "BillingCycleType"),
                    column(SEATS, "Quantity")),
            Map.of(PROGRAM, "csp-legacy"),
            COMMERCE_OFFERS,
            REPEATS),

    /** One row per charge of the partner's own new-commerce subscriptions; prices as in the legacy file. */
    RECONCILIATION_NCE(
            ListFormat.RECONCILIATION_NCE,
            List.of("ProductId", "SkuId", "SubscriptionId", "ChargeType", "TermAndBillingCycle"),
            List.of(
                    column(CUSTOMER_ID, "CustomerId"),
                    column(CUSTOMER_NAME, "CustomerName"),
                    column(DOMAIN, "CustomerDomainName"),
                    column(COUNTRY, "CustomerCountry"),
                    column(SUBSCRIPTION_ID, "SubscriptionId"),
                    joined(OFFER_ID, "ProductId", "SkuId"),
                    column(OFFER_NAME, "SkuName"),
                    column(OFFER_NAME, "ProductName"),
                    column(START_DATE, "SubscriptionStartDate"),
                    column(END_DATE, "SubscriptionEndDate"),
                    column(TERM, "TermAndBillingCycle", Translation.TERM_OF_COMMITMENT),
                    column(BILLING_CYCLE, "TermAndBillingCycle", Translation.BILLING_OF_COMMITMENT),
                    column(SEATS, "Quantity")),
            Map.of(PROGRAM, "csp"),
            COMMERCE_OFFERS,
            REPEATS),

    PORTAL_CUSTOMERS(
            ListFormat.PORTAL_CUSTOMERS,
            List.of("Microsoft ID", "Company name"),
            List.of(
                    column(CUSTOMER_ID, "Microsoft ID"),
                    column(CUSTOMER_NAME, "Company name"),
                    column(DOMAIN, "Primary domain name"),
                    column(RELATIONSHIP, "Relationship", Translation.RELATIONSHIP))),

    /** The list of one customer, whom it does not name. */
    PORTAL_SUBSCRIPTIONS(
            ListFormat.PORTAL_SUBSCRIPTIONS,
            List.of("Subscription ID", "Subscription", "Quantity"),
            List.of(
                    column(SUBSCRIPTION_ID, "Subscription ID"),
                    column(OFFER_NAME, "Subscription"),
                    column(SEATS, "Quantity"),
                    column(STATUS, "Status")),
            Map.of(),
            CUSTOMER_MAY_BE_MISSING),

    /** The products of one customer, whom it does not name, by display name. */
    ADMIN_CENTER_LICENSES(
            ListFormat.ADMIN_CENTER_LICENSES,
            List.of("Product Title", "Total Licenses"),
            List.of(
                    column(OFFER_NAME, "Product Title"),
                    column(SEATS, "Total Licenses"),
                    column(ASSIGNED_SEATS, "Assigned licenses"),
                    column(END_DATE, "Renewal Date")),
            Map.of(),
            CUSTOMER_MAY_BE_MISSING,
            ID_MAY_BE_MISSING);

    private final ListFormat format;
    private final List<String> required;
    private final List<TableColumn> columns;
    private final Map<FactField, String> constants;
    private final Set<RowKind.Trait> traits;

    TableFormat(ListFormat format, List<String> required, List<TableColumn> columns) {
        this(format, required, columns, Map.of());
    }

    TableFormat(
            ListFormat format,
            List<String> required,
            List<TableColumn> columns,
            Map<FactField, String> constants,
            RowKind.Trait... traits) {
        this.format = format;
        this.required = required;
        this.columns = columns;
        this.constants = constants;
        this.traits = Set.of(traits);
    }

    /** The format with that header, in any order and letter case; of several the one that asks for the most columns. */
    public static Optional<TableFormat> of(Collection<String> names) {
        Set<String> header = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        header.addAll(names);
        return Arrays.stream(values())
                .filter(table -> header.containsAll(table.required))
                .max(Comparator.comparingInt(table -> table.required.size()));
    }

    /** The format that names are most like: that of which the most are columns, if they are three or more. */
    static Optional<TableFormat> nearest(Collection<String> names) {
        return Arrays.stream(values())
                .filter(table -> table != CANONICAL && table.shared(names) >= 3)
                .max(Comparator.comparingLong(table -> table.shared(names)));
    }

    private long shared(Collection<String> names) {
        return columns.stream()
                .flatMap(column -> column.names().stream())
                .filter(column -> names.stream().anyMatch(column::equalsIgnoreCase))
                .count();
    }

    /** The table of a format; empty if the format is none. */
    public static Optional<TableFormat> of(ListFormat format) {
        return Arrays.stream(values()).filter(table -> table.format == format).findFirst();
    }

    ListFormat format() {
        return format;
    }

    /** The columns that a header must have. */
    List<String> required() {
        return required;
    }

    /** Where the fields come from; of several columns of one field the first that knows it counts. */
    List<TableColumn> columns() {
        return columns;
    }

    /** As {@link #columns()}, with those of the own columns that do not bear the name of one of this format. */
    List<TableColumn> columns(FactTable fields) {
        List<TableColumn> all = new ArrayList<>(columns);
        fields.own().stream()
                .filter(field -> columns.stream()
                        .flatMap(column -> column.names().stream())
                        .noneMatch(field.column()::equalsIgnoreCase))
                .forEach(field -> all.add(column(field, field.column())));
        return all;
    }

    /** What is so for all rows. */
    Map<FactField, String> constants() {
        return constants;
    }

    Set<RowKind.Trait> traits() {
        return traits;
    }

    /** Whether the rows carry subscriptions, as opposed to customers only. */
    boolean ofSubscriptions() {
        return columns.stream().anyMatch(column -> !column.field().ofCustomer());
    }

    /** The column that tells which of many rows of a subscription is the latest; null if none does. */
    @Nullable
    String latest() {
        return switch (this) {
            case INSIGHTS -> "Month";
            case RECONCILIATION_LEGACY, RECONCILIATION_NCE -> "ChargeEndDate";
            default -> null;
        };
    }
}
