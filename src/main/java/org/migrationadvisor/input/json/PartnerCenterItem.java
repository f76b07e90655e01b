package org.migrationadvisor.input.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.Cell;
import org.migrationadvisor.input.row.CellParser;
import org.migrationadvisor.input.source.Texts;

/** What an object of Partner Center tells beyond single values: by its links, by reasons, by the form of its ids. */
final class PartnerCenterItem {

    private static final Pattern CUSTOMER_IN_URI = Pattern.compile("(?i).*/customers/([^/?#]+)/.*");
    private static final Pattern SUBSCRIPTION_IN_URI = Pattern.compile("(?i).*/subscriptions/([^/?#]+).*");
    private static final Pattern OFFER_IN_URI = Pattern.compile("(?i).*/offers/([^/?#]+).*");
    private static final Pattern SKU_IN_URI = Pattern.compile("(?i).*/products/([^/?#]+)/skus/([^/?#]+).*");
    private static final Pattern REASON = Pattern.compile("(?s).*");
    private static final Pattern STATE_IN_REASON = Pattern.compile("(?i).* is in state: *(\\w+)\\.?");

    private static final String SCHEDULED = "scheduledActions";
    private static final Map<String, String> END_OF_TERM =
            Map.of("RenewToNewTerm", "renew", "RenewToExtendedServiceTerm", "extend", "Cancel", "cancel");

    /** The code of an error that keeps a subscription bought in a promotion from migrating. */
    private static final String PROMOTIONS_PRESENT = "3";

    private PartnerCenterItem() {}

    static boolean isUsage(JsonItem item) {
        return item.shape() == JsonShape.SUBSCRIPTION
                && (item.is("billingType", "usage")
                        || item.is("unitType", "usage-based")
                        || item.is("unitType", "usage"));
    }

    /** Tells the licensing SKU of an offer of the price list. */
    static void bridge(JsonItem item) {
        JsonNode node = item.node();
        boolean offer = item.shape() == JsonShape.OFFER;
        Optional<String> id = offer
                ? node.text("id")
                : node.text("productId").flatMap(product -> node.text("id").map(sku -> product + ":" + sku));
        String path = offer ? "product.id" : "dynamicAttributes.provisioningId";
        Optional<String> sku = node.text(path).filter(CellParser::isGuid);
        if (id.isPresent() && sku.isPresent()) {
            item.bridge(id.get(), sku.get());
        } else {
            item.warn(
                    id.isEmpty() ? "id" : path,
                    "nothing that tells the licensing SKU",
                    "the GUID of the licensing SKU");
        }
    }

    static void complete(JsonItem item) {
        switch (item.shape()) {
            case CUSTOMER -> checkTenant(item);
            case SUBSCRIPTION -> subscription(item);
            case PROVISIONING_STATUS -> fromLinks(item);
            case TRANSFER_ELIGIBILITY -> transferEligibility(item);
            case MIGRATION_ELIGIBILITY -> migrationEligibility(item);
            default -> {}
        }
    }

    /** The customer's id is that of the tenant; two that differ tell none. */
    private static void checkTenant(JsonItem item) {
        Optional<String> id = item.node().text("id").filter(CellParser::isGuid);
        Optional<String> tenant = item.node().text("companyProfile.tenantId").filter(CellParser::isGuid);
        if (id.isPresent() && tenant.isPresent() && !id.get().equalsIgnoreCase(tenant.get())) {
            item.reject(
                    "id",
                    "found " + Texts.quoted(id.get()) + " but companyProfile.tenantId " + Texts.quoted(tenant.get())
                            + ", expected the same id");
        }
    }

    private static void subscription(JsonItem item) {
        fromLinks(item);
        if (!item.has(FactFields.OFFER_ID)) {
            item.match("links.offer.uri", OFFER_IN_URI)
                    .ifPresent(uri -> item.put(FactFields.OFFER_ID, uri.group(1), "links.offer.uri"));
        }
        if (!item.has(FactFields.OFFER_ID)) {
            item.match("links.sku.uri", SKU_IN_URI)
                    .ifPresent(
                            uri -> item.put(FactFields.OFFER_ID, uri.group(1) + ":" + uri.group(2), "links.sku.uri"));
        }
        if (item.is("productType.id", "OnlineServicesNCE")) {
            item.put(FactFields.PROGRAM, "csp", "productType.id");
        } else {
            item.cell(FactFields.OFFER_ID).ifPresent(offer -> programByOffer(item, offer));
        }
        item.trial("isTrial");
        item.trial("trial");
        endOfTerm(item);
    }

    /** What is scheduled for the end of the term; a change of product says nothing of it. */
    private static void endOfTerm(JsonItem item) {
        Set<String> scheduled = new TreeSet<>();
        for (JsonNode action : item.node().at(SCHEDULED).map(JsonNode::elements).orElse(List.of())) {
            if (action.text("scheduleType").filter("TermEnd"::equalsIgnoreCase).isPresent()) {
                action.text("actionType").map(END_OF_TERM::get).ifPresent(scheduled::add);
            }
        }
        if (scheduled.size() == 1) {
            item.put(FactFields.END_OF_TERM_ACTION, scheduled.iterator().next(), SCHEDULED);
        }
    }

    /** A product with its SKU is one of new commerce, a GUID is an offer of the legacy price list. */
    private static void programByOffer(JsonItem item, Cell offer) {
        if (offer.text().contains(":")) {
            item.put(FactFields.PROGRAM, "csp", offer.column());
        } else if (CellParser.isGuid(offer.text())) {
            item.put(FactFields.PROGRAM, "csp-legacy", offer.column());
        }
    }

    private static void fromLinks(JsonItem item) {
        item.match("links.self.uri", CUSTOMER_IN_URI)
                .ifPresent(uri -> item.put(FactFields.CUSTOMER_ID, uri.group(1), "links.self.uri"));
        if (!item.has(FactFields.SUBSCRIPTION_ID)) {
            item.match("links.self.uri", SUBSCRIPTION_IN_URI)
                    .ifPresent(uri -> item.put(FactFields.SUBSCRIPTION_ID, uri.group(1), "links.self.uri"));
        }
    }

    /** Of a subscription that cannot be transferred the reason may name its state. */
    private static void transferEligibility(JsonItem item) {
        item.match("reason", STATE_IN_REASON).ifPresent(state -> item.put(FactFields.STATUS, state.group(1), "reason"));
        if (item.is("isEligible", "false")) {
            String id = item.node().text("id").orElse("");
            String told = item.match("reason", REASON)
                    .map(Matcher::group)
                    .map(text -> text.replace("Subscription: " + id + " ", ""))
                    .orElse("no reason is given");
            item.warn(
                    "isEligible",
                    "'false' for " + Texts.quoted(id) + " (" + Texts.shown(told) + ")",
                    "'true' for a transfer between partners");
        }
    }

    /** A legacy subscription of the partner, which Partner Center was asked to migrate to new commerce. */
    private static void migrationEligibility(JsonItem item) {
        JsonNode node = item.node();
        item.put(FactFields.PROGRAM, "csp-legacy", "currentSubscriptionId");
        if (item.is("isEligible", "true")) {
            node.text("catalogItemId")
                    .ifPresent(target -> item.put(FactFields.TARGET_OFFER_ID, target, "catalogItemId"));
            return;
        }
        for (JsonNode error : node.at("errors").map(JsonNode::elements).orElse(List.of())) {
            if (error.text("code").filter(PROMOTIONS_PRESENT::equals).isPresent()) {
                item.put(FactFields.PROMOTION, "yes", "errors");
            }
            item.warn(
                    "errors",
                    "code " + Texts.shown(error.text("code").orElse("unknown")) + " ("
                            + Texts.shown(error.text("description").orElse("no description")) + ")",
                    "none for a migration to new commerce");
        }
    }
}
