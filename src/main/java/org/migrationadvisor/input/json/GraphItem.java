package org.migrationadvisor.input.json;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.input.row.CellParser;
import org.migrationadvisor.input.row.RowKind;
import org.migrationadvisor.input.source.Texts;

/** What an object of Microsoft Graph tells beyond single values. */
final class GraphItem {

    private static final Pattern TENANT_AND_SKU = Pattern.compile("([0-9A-Fa-f-]{36})_.+");
    private static final String OWNER = "ownerTenantId";

    private GraphItem() {}

    /** @param partnerTenants the partner's own tenants, in lower case */
    static void complete(JsonItem item, Set<String> partnerTenants) {
        if (item.shape() == JsonShape.SUBSCRIBED_SKU) {
            subscribedSku(item);
        } else {
            companySubscription(item);
            inferProgram(item, partnerTenants);
        }
        partNumber(item);
    }

    /**
     * A SKU with the numbers of all its subscriptions. Units in warning are behind their end and can still be used. The
     * tenant is the first half of the id.
     */
    private static void subscribedSku(JsonItem item) {
        JsonNode node = item.node();
        Optional<String> account = node.text("accountId");
        Optional<String> tenant = item.match("id", TENANT_AND_SKU).map(id -> id.group(1));
        if (tenant.isPresent()) {
            item.put(FactFields.CUSTOMER_ID, tenant.get(), "id");
        } else {
            account.ifPresent(id -> item.put(FactFields.CUSTOMER_ID, id, "accountId"));
        }
        if (tenant.isPresent() && account.isPresent() && !account.get().equalsIgnoreCase(tenant.get())) {
            item.warn("accountId", "another tenant than in id", "the same one (taken as that in id)");
        } else {
            node.text("accountName").ifPresent(name -> item.put(FactFields.CUSTOMER_NAME, name, "accountName"));
        }
        String warning = node.text("prepaidUnits.warning").orElse("0");
        node.text("prepaidUnits.enabled")
                .ifPresent(enabled -> item.put(FactFields.SEATS, sum(enabled, warning), "prepaidUnits.enabled"));
    }

    /** The sum of two numbers of seats; what is none is left for the message that will name it. */
    private static String sum(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? String.valueOf(Long.parseLong(one) + Long.parseLong(other)) : one;
    }

    private static void companySubscription(JsonItem item) {
        JsonNode node = item.node();
        if (!item.has(FactFields.SUBSCRIPTION_ID)) {
            node.text("id").ifPresent(id -> item.put(FactFields.SUBSCRIPTION_ID, id, "id"));
            item.trait(RowKind.Trait.ID_OF_DIRECTORY);
        }
        if (item.is("status", "enabled")) {
            node.text("nextLifecycleDateTime")
                    .ifPresent(end -> item.put(FactFields.END_DATE, end, "nextLifecycleDateTime"));
        }
        item.trial("isTrial");
    }

    /** The part number is the licensing SKU in another word, and the only name that Graph has for it. */
    private static void partNumber(JsonItem item) {
        Optional<String> sku = item.node().text("skuId").filter(CellParser::isGuid);
        Optional<String> partNumber = item.node().text("skuPartNumber");
        if (sku.isPresent() && partNumber.isPresent()) {
            item.bridge(partNumber.get(), sku.get());
            item.put(FactFields.OFFER_NAME, partNumber.get(), "skuPartNumber");
        }
    }

    /**
     * The owner tenant is the partner that created the subscription. It proves another partner's CSP only where the
     * partner's own tenants are known, and never whether an own subscription is one of new commerce.
     */
    private static void inferProgram(JsonItem item, Set<String> partnerTenants) {
        if (!item.node().has(OWNER)) {
            return;
        }
        Optional<String> owner = item.node().text(OWNER).map(CellParser::canonicalId);
        if (owner.isEmpty()) {
            item.warn(
                    OWNER,
                    "no partner tenant",
                    "the program from another file (it is none of CSP, and which other is not told)");
        } else if (partnerTenants.isEmpty()) {
            item.warn(
                    OWNER,
                    "the partner tenant " + Texts.quoted(owner.get()),
                    "--partner-tenant ID to tell whether it is yours (it proves CSP, but not whose)");
        } else if (partnerTenants.contains(owner.get())) {
            item.warn(
                    OWNER,
                    "your partner tenant " + Texts.quoted(owner.get()),
                    "the program from another file (it proves your CSP, but not whether new commerce or legacy)");
        } else {
            item.put(FactFields.PROGRAM, "other-csp", OWNER);
            item.warn(OWNER, "the partner tenant " + Texts.quoted(owner.get()), "one of your own (taken as other-csp)");
        }
    }
}
