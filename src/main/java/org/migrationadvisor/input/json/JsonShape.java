package org.migrationadvisor.input.json;

import static org.migrationadvisor.facts.FactFields.ASSIGNED_SEATS;
import static org.migrationadvisor.facts.FactFields.AUTO_RENEW;
import static org.migrationadvisor.facts.FactFields.BASE_SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.BILLING_CYCLE;
import static org.migrationadvisor.facts.FactFields.COUNTRY;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_ID;
import static org.migrationadvisor.facts.FactFields.CUSTOMER_NAME;
import static org.migrationadvisor.facts.FactFields.DOMAIN;
import static org.migrationadvisor.facts.FactFields.END_DATE;
import static org.migrationadvisor.facts.FactFields.LANGUAGE;
import static org.migrationadvisor.facts.FactFields.OFFER_ID;
import static org.migrationadvisor.facts.FactFields.OFFER_NAME;
import static org.migrationadvisor.facts.FactFields.PROMOTION;
import static org.migrationadvisor.facts.FactFields.PURCHASED_ON;
import static org.migrationadvisor.facts.FactFields.RELATIONSHIP;
import static org.migrationadvisor.facts.FactFields.SEATS;
import static org.migrationadvisor.facts.FactFields.START_DATE;
import static org.migrationadvisor.facts.FactFields.STATUS;
import static org.migrationadvisor.facts.FactFields.SUBSCRIPTION_ID;
import static org.migrationadvisor.facts.FactFields.TERM;
import static org.migrationadvisor.input.json.JsonField.key;
import static org.migrationadvisor.input.row.RowKind.Trait.COMMERCE_OFFERS;
import static org.migrationadvisor.input.row.RowKind.Trait.CUSTOMER_MAY_BE_MISSING;
import static org.migrationadvisor.input.row.RowKind.Trait.ID_MAY_BE_MISSING;
import static org.migrationadvisor.input.row.RowKind.Trait.LICENSING_SKUS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.facts.FactField;
import org.migrationadvisor.input.row.ListFormat;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.row.Translation;

/**
 * The objects of Partner Center and Microsoft Graph, told apart by their keys in any letter case, and where their values
 * go. What needs more than a path is in {@link PartnerCenterItem} and {@link GraphItem}.
 */
@SuppressWarnings("ImmutableEnumChecker") // all collections are made by List.of, Set.of and Map.of
public enum JsonShape {
    CUSTOMER(
            ListFormat.PARTNER_CENTER,
            "customer",
            "Customer",
            node -> node.has("companyProfile") || node.has("relationshipToPartner"),
            List.of(
                    key(CUSTOMER_ID, "companyProfile.tenantId"),
                    key(CUSTOMER_ID, "id"),
                    key(CUSTOMER_NAME, "companyProfile.companyName"),
                    key(DOMAIN, "companyProfile.domain"),
                    key(COUNTRY, "companyProfile.address.country"),
                    key(RELATIONSHIP, "relationshipToPartner", Translation.RELATIONSHIP),
                    key(LANGUAGE, "billingProfile.culture"),
                    key(LANGUAGE, "billingProfile.language")),
            Set.of()),

    SUBSCRIPTION(
            ListFormat.PARTNER_CENTER,
            "subscription",
            "Subscription",
            node -> node.has("id")
                    && (node.has("commitmentEndDate") || node.has("offerId") || node.has("friendlyName"))
                    && !node.has("customerTenantId"),
            List.of(
                    key(SUBSCRIPTION_ID, "id"),
                    key(OFFER_ID, "offerId"),
                    key(OFFER_NAME, "offerName"),
                    key(SEATS, "quantity"),
                    key(STATUS, "status"),
                    key(START_DATE, "effectiveStartDate"),
                    key(END_DATE, "commitmentEndDateTime"),
                    key(END_DATE, "commitmentEndDate"),
                    key(TERM, "termDuration"),
                    key(BILLING_CYCLE, "billingCycle"),
                    key(AUTO_RENEW, "autoRenewEnabled"),
                    key(BASE_SUBSCRIPTION_ID, "parentSubscriptionId"),
                    key(PURCHASED_ON, "creationDate"),
                    key(PROMOTION, "promotionId", Translation.NAMED)),
            Set.of(),
            CUSTOMER_MAY_BE_MISSING,
            COMMERCE_OFFERS),

    OFFER(
            ListFormat.PARTNER_CENTER,
            "offer",
            "Offer",
            node -> node.has("product") && (node.has("isAddOn") || node.has("maximumQuantity")),
            List.of(),
            Set.of()),

    SKU(
            ListFormat.PARTNER_CENTER,
            "SKU",
            "Sku",
            node -> node.has("productId") && node.has("dynamicAttributes"),
            List.of(),
            Set.of()),

    PROVISIONING_STATUS(
            ListFormat.PARTNER_CENTER,
            "subscription provisioning status",
            "SubscriptionProvisioningStatus",
            node -> node.has("skuId") && node.has("endDate"),
            List.of(key(OFFER_ID, "skuId"), key(SEATS, "quantity"), key(END_DATE, "endDate")),
            Set.of(END_DATE),
            CUSTOMER_MAY_BE_MISSING,
            ID_MAY_BE_MISSING,
            LICENSING_SKUS),

    /** A SKU with the numbers of all its subscriptions; the total is what can be assigned. */
    PARTNER_CENTER_SKU(
            ListFormat.PARTNER_CENTER,
            "subscribed SKU",
            null,
            node -> node.has("productSku") && node.has("consumedUnits"),
            List.of(
                    key(OFFER_ID, "productSku.id"),
                    key(OFFER_ID, "productSku.skuPartNumber"),
                    key(OFFER_NAME, "productSku.name"),
                    key(SEATS, "totalUnits"),
                    key(ASSIGNED_SEATS, "consumedUnits"),
                    key(STATUS, "capabilityStatus", Translation.GRAPH_STATUS)),
            Set.of(OFFER_NAME),
            CUSTOMER_MAY_BE_MISSING,
            ID_MAY_BE_MISSING,
            LICENSING_SKUS),

    TRANSFER_ELIGIBILITY(
            ListFormat.PARTNER_CENTER,
            "transfer eligibility",
            null,
            node -> node.has("id") && node.has("isEligible"),
            List.of(key(SUBSCRIPTION_ID, "id")),
            Set.of(),
            CUSTOMER_MAY_BE_MISSING),

    MIGRATION_ELIGIBILITY(
            ListFormat.PARTNER_CENTER,
            "migration eligibility",
            null,
            node -> node.has("currentSubscriptionId") && node.has("isEligible"),
            List.of(key(SUBSCRIPTION_ID, "currentSubscriptionId")),
            Set.of(),
            CUSTOMER_MAY_BE_MISSING,
            COMMERCE_OFFERS),

    ANALYTICS(
            ListFormat.PARTNER_CENTER,
            "analytics subscription",
            null,
            node -> node.has("customerTenantId") && (node.has("licenseCount") || node.has("commitmentEndDate")),
            List.of(
                    key(CUSTOMER_ID, "customerTenantId"),
                    key(CUSTOMER_NAME, "customerName"),
                    key(COUNTRY, "customerMarket"),
                    key(SUBSCRIPTION_ID, "id"),
                    key(OFFER_NAME, "productName"),
                    key(STATUS, "status"),
                    key(START_DATE, "effectiveStartDate"),
                    key(END_DATE, "commitmentEndDate"),
                    key(AUTO_RENEW, "autoRenewEnabled"),
                    key(BILLING_CYCLE, "billingCycleName"),
                    key(SEATS, "licenseCount"),
                    key(PURCHASED_ON, "creationDate")),
            Set.of()),

    SUBSCRIBED_SKU(
            ListFormat.GRAPH,
            "subscribedSku",
            null,
            node -> hasSku(node) && (node.has("consumedUnits") || node.has("prepaidUnits")),
            List.of(
                    key(OFFER_ID, "skuId"),
                    key(OFFER_ID, "skuPartNumber"),
                    key(STATUS, "capabilityStatus", Translation.GRAPH_STATUS),
                    key(ASSIGNED_SEATS, "consumedUnits")),
            Set.of(OFFER_NAME),
            CUSTOMER_MAY_BE_MISSING,
            ID_MAY_BE_MISSING,
            LICENSING_SKUS),

    COMPANY_SUBSCRIPTION(
            ListFormat.GRAPH,
            "directory subscription",
            null,
            node -> hasSku(node)
                    && (node.has("totalLicenses")
                            || node.has("nextLifecycleDateTime")
                            || node.has("commerceSubscriptionId")
                            || node.has("ocpSubscriptionId")),
            List.of(
                    key(SUBSCRIPTION_ID, "commerceSubscriptionId"),
                    key(SUBSCRIPTION_ID, "ocpSubscriptionId"),
                    key(OFFER_ID, "skuId"),
                    key(OFFER_ID, "skuPartNumber"),
                    key(SEATS, "totalLicenses"),
                    key(STATUS, "status", Translation.GRAPH_STATUS),
                    key(PURCHASED_ON, "createdDateTime")),
            Set.of(END_DATE, OFFER_NAME, PURCHASED_ON),
            CUSTOMER_MAY_BE_MISSING,
            ID_MAY_BE_MISSING,
            LICENSING_SKUS);

    private final ListFormat format;
    private final String title;
    private final @Nullable String objectType;
    private final Predicate<JsonNode> keys;
    private final List<JsonField> fields;
    private final Set<FactField> hints;
    private final Set<RowKind.Trait> traits;

    /** @param objectType what Partner Center writes into {@code attributes.objectType}; null if it writes nothing */
    JsonShape(
            ListFormat format,
            String title,
            @Nullable String objectType,
            Predicate<JsonNode> keys,
            List<JsonField> fields,
            Set<FactField> hints,
            RowKind.Trait... traits) {
        this.format = format;
        this.title = title;
        this.objectType = objectType;
        this.keys = keys;
        this.fields = fields;
        this.hints = hints;
        this.traits = Set.of(traits);
    }

    private static boolean hasSku(JsonNode node) {
        return node.has("skuId") || node.has("skuPartNumber");
    }

    /** The shape of an object, by what it says it is, else by its keys; empty if it is none of them. */
    static Optional<JsonShape> of(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        String type = node.text("attributes.objectType").orElse("");
        return Arrays.stream(values())
                .filter(shape -> shape.objectType != null && shape.objectType.equalsIgnoreCase(type))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(shape -> shape.keys.test(node))
                        .findFirst());
    }

    ListFormat format() {
        return format;
    }

    /** Such as {@code Partner Center REST: customer}. */
    String title() {
        return format.title() + ": " + title;
    }

    List<JsonField> fields() {
        return fields;
    }

    Set<FactField> hints() {
        return hints;
    }

    Set<RowKind.Trait> traits() {
        return traits;
    }

    /** Whether it only says which licensing SKU an offer is. */
    boolean isBridge() {
        return this == OFFER || this == SKU;
    }
}
