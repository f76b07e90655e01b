package org.migrationadvisor.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One object of Partner Center or Microsoft Graph: handed to the sink as a row, or as a bridge between offers. */
final class JsonItem {

    private static final Pattern CUSTOMER_IN_URI = Pattern.compile("(?i).*/customers/([^/?#]+)/.*");
    private static final Pattern SUBSCRIPTION_IN_URI = Pattern.compile("(?i).*/subscriptions/([^/?#]+).*");
    private static final Pattern OFFER_IN_URI = Pattern.compile("(?i).*/offers/([^/?#]+).*");
    private static final Pattern SKU_IN_URI = Pattern.compile("(?i).*/products/([^/?#]+)/skus/([^/?#]+).*");
    private static final Pattern STATE_IN_REASON = Pattern.compile("(?i).* is in state: *(\\w+)\\.?");
    private static final Pattern TENANT_AND_SKU = Pattern.compile("([0-9A-Fa-f-]{36})_.+");
    private static final int MAX_URI = 2000;

    private final String file;
    private final JsonNode node;
    private final JsonShape shape;
    private final Tape tape;
    private final Set<String> partnerTenants;
    private final RowSink sink;
    private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
    private final List<Problem> problems = new ArrayList<>();
    private final Set<RowKind.Trait> traits;

    private JsonItem(String file, JsonNode node, JsonShape shape, Tape tape, Set<String> partnerTenants, RowSink sink) {
        this.file = file;
        this.node = node;
        this.shape = shape;
        this.tape = tape;
        this.partnerTenants = partnerTenants;
        this.sink = sink;
        traits = shape.traits().isEmpty() ? EnumSet.noneOf(RowKind.Trait.class) : EnumSet.copyOf(shape.traits());
    }

    /** Hands what an object says to the sink; the tape must still keep it. */
    static void push(String file, JsonNode node, JsonShape shape, Tape tape, Set<String> partnerTenants, RowSink sink) {
        sink.recognised(shape.format(), shape.title());
        JsonItem item = new JsonItem(file, node, shape, tape, partnerTenants, sink);
        if (shape.isBridge()) {
            item.pushBridge();
        } else {
            item.pushRow();
        }
    }

    private void pushBridge() {
        boolean offer = shape == JsonShape.OFFER;
        Optional<String> id = offer
                ? node.text("id")
                : node.text("productId").flatMap(product -> node.text("id").map(sku -> product + ":" + sku));
        String path = offer ? "product.id" : "dynamicAttributes.provisioningId";
        Optional<String> sku = node.text(path).filter(CellParser::isGuid);
        if (id.isPresent() && sku.isPresent()) {
            sink.bridge(new Place(file, node.line()), id.get(), sku.get());
        } else {
            warn(id.isEmpty() ? "id" : path, "nothing that tells the licensing SKU", "the GUID of the licensing SKU");
        }
    }

    private void pushRow() {
        if (isUsage()) {
            String column = node.has("billingType") ? "billingType" : "unitType";
            sink.skip(
                    new Place(file, node.line()),
                    column,
                    "a usage-based subscription",
                    "a license-based subscription (skipped)");
            return;
        }
        shape.fields().forEach(this::put);
        switch (shape) {
            case CUSTOMER -> checkTenant();
            case SUBSCRIPTION -> completeSubscription();
            case PROVISIONING_STATUS -> fromLinks();
            case TRANSFER_ELIGIBILITY -> transferEligibility();
            case MIGRATION_ELIGIBILITY -> migrationEligibility();
            case SUBSCRIBED_SKU -> subscribedSku();
            case COMPANY_SUBSCRIPTION -> companySubscription();
            default -> {}
        }
        tellColumns();
        RowKind kind = new RowKind(spelled(), null, traits, shape.hints());
        sink.row(new RawRow(
                new Place(file, node.line()),
                cells,
                kind,
                shape != JsonShape.CUSTOMER,
                problems,
                null,
                () -> tape.text(node.begin(), node.end())));
    }

    private boolean isUsage() {
        return shape == JsonShape.SUBSCRIPTION
                && (is("billingType", "usage") || is("unitType", "usage-based") || is("unitType", "usage"));
    }

    private boolean is(String path, String expected) {
        return node.text(path).filter(expected::equalsIgnoreCase).isPresent();
    }

    private void put(JsonField from) {
        Optional<JsonNode> value = node.at(from.path());
        if (value.isEmpty() || cells.containsKey(from.field())) {
            return;
        }
        if (!value.get().isScalar()) {
            problems.add(new Problem(
                    file,
                    value.get().line(),
                    from.path(),
                    "found " + value.get().kind() + ", expected a single value"));
            return;
        }
        node.text(from.path()).ifPresent(text -> {
            String translated = from.translation().apply(text);
            if (translated != null && RawRow.isKnown(translated)) {
                put(from.field(), translated, from.path());
            }
        });
    }

    private void put(Field field, String text, String path) {
        long line = node.at(path).map(JsonNode::line).orElse(node.line());
        cells.put(field, new Cell(text, path, line));
    }

    private void warn(String path, String found, String expected) {
        long line = node.at(path).map(JsonNode::line).orElse(node.line());
        sink.warn(new Place(file, line), path, found, expected);
    }

    private Map<Field, String> spelled() {
        Map<Field, String> spelled = new EnumMap<>(Field.class);
        shape.fields().forEach(field -> spelled.putIfAbsent(field.field(), field.path()));
        cells.forEach((field, cell) -> spelled.put(field, cell.column()));
        return spelled;
    }

    private void tellColumns() {
        cells.forEach((field, cell) -> sink.column(cell.column(), field));
        for (JsonNode.Member member : node.members()) {
            String key = member.key();
            boolean read = cells.values().stream().anyMatch(cell -> {
                String column = cell.column().toLowerCase(Locale.ROOT);
                return column.equals(key.toLowerCase(Locale.ROOT))
                        || column.startsWith(key.toLowerCase(Locale.ROOT) + ".");
            });
            if (!read) {
                sink.column(key, null);
            }
        }
    }

    /** The customer's id is that of the tenant; two that differ tell none. */
    private void checkTenant() {
        Optional<String> id = node.text("id").filter(CellParser::isGuid);
        Optional<String> tenant = node.text("companyProfile.tenantId").filter(CellParser::isGuid);
        if (id.isPresent() && tenant.isPresent() && !id.get().equalsIgnoreCase(tenant.get())) {
            problems.add(new Problem(
                    file,
                    node.line(),
                    "id",
                    "found " + Texts.quoted(id.get()) + " but companyProfile.tenantId " + Texts.quoted(tenant.get())
                            + ", expected the same id"));
        }
    }

    private void completeSubscription() {
        fromLinks();
        if (!cells.containsKey(Field.OFFER_ID)) {
            inUri("links.offer.uri", OFFER_IN_URI)
                    .ifPresent(uri -> put(Field.OFFER_ID, uri.group(1), "links.offer.uri"));
        }
        if (!cells.containsKey(Field.OFFER_ID)) {
            inUri("links.sku.uri", SKU_IN_URI)
                    .ifPresent(uri -> put(Field.OFFER_ID, uri.group(1) + ":" + uri.group(2), "links.sku.uri"));
        }
        Cell offer = cells.get(Field.OFFER_ID);
        if (is("productType.id", "OnlineServicesNCE")) {
            put(Field.PROGRAM, "csp", "productType.id");
        } else if (offer != null && offer.text().contains(":")) {
            put(Field.PROGRAM, "csp", offer.column());
        } else if (offer != null && CellParser.isGuid(offer.text())) {
            put(Field.PROGRAM, "csp-legacy", offer.column());
        }
        trial("status", "isTrial");
        trial("status", "trial");
    }

    /** An active subscription that is said to be a trial is one. */
    private void trial(String statusPath, String path) {
        Cell status = cells.get(Field.STATUS);
        if (status != null && status.text().equalsIgnoreCase("active") && is(path, "true")) {
            put(Field.STATUS, "trial", statusPath);
        }
    }

    private void fromLinks() {
        inUri("links.self.uri", CUSTOMER_IN_URI)
                .ifPresent(uri -> put(Field.CUSTOMER_ID, uri.group(1), "links.self.uri"));
        if (!cells.containsKey(Field.SUBSCRIPTION_ID)) {
            inUri("links.self.uri", SUBSCRIPTION_IN_URI)
                    .ifPresent(uri -> put(Field.SUBSCRIPTION_ID, uri.group(1), "links.self.uri"));
        }
    }

    private Optional<Matcher> inUri(String path, Pattern pattern) {
        return node.text(path)
                .filter(uri -> uri.length() <= MAX_URI)
                .map(pattern::matcher)
                .filter(Matcher::matches);
    }

    /** Of a subscription that cannot be transferred the reason may name its state. */
    private void transferEligibility() {
        Optional<String> reason = node.text("reason").filter(text -> text.length() <= MAX_URI);
        reason.map(STATE_IN_REASON::matcher)
                .filter(Matcher::matches)
                .ifPresent(state -> put(Field.STATUS, state.group(1), "reason"));
        if (is("isEligible", "false")) {
            String id = node.text("id").orElse("");
            String told = reason.map(text -> text.replace("Subscription: " + id + " ", ""))
                    .orElse("no reason is told");
            warn(
                    "isEligible",
                    "'false' for " + Texts.quoted(id) + " (" + Texts.shown(told) + ")",
                    "'true' for a transfer between partners");
        }
    }

    /** A legacy subscription of the partner, which Partner Center was asked to migrate to new commerce. */
    private void migrationEligibility() {
        put(Field.PROGRAM, "csp-legacy", "currentSubscriptionId");
        if (is("isEligible", "true")) {
            node.text("catalogItemId").ifPresent(item -> put(Field.TARGET_OFFER_ID, item, "catalogItemId"));
            return;
        }
        for (JsonNode error : node.at("errors").map(JsonNode::elements).orElse(List.of())) {
            warn(
                    "errors",
                    "code " + Texts.shown(error.text("code").orElse("unknown")) + " ("
                            + Texts.shown(error.text("description").orElse("no description")) + ")",
                    "none for a migration to new commerce");
        }
    }

    /**
     * A SKU with the numbers of all its subscriptions. Units in warning are behind their end and can still be used. The
     * tenant is the first half of the id.
     */
    private void subscribedSku() {
        Optional<String> account = node.text("accountId");
        Optional<String> tenant = node.text("id")
                .filter(id -> id.length() <= MAX_URI)
                .map(TENANT_AND_SKU::matcher)
                .filter(Matcher::matches)
                .map(id -> id.group(1));
        if (tenant.isPresent()) {
            put(Field.CUSTOMER_ID, tenant.get(), "id");
        } else {
            account.ifPresent(id -> put(Field.CUSTOMER_ID, id, "accountId"));
        }
        if (tenant.isPresent() && account.isPresent() && !account.get().equalsIgnoreCase(tenant.get())) {
            warn("accountId", "another tenant than in id", "the same one (taken as that in id)");
        } else {
            node.text("accountName").ifPresent(name -> put(Field.CUSTOMER_NAME, name, "accountName"));
        }
        Optional<String> enabled = node.text("prepaidUnits.enabled");
        Optional<String> warning = node.text("prepaidUnits.warning");
        enabled.ifPresent(units -> put(Field.SEATS, sum(units, warning.orElse("0")), "prepaidUnits.enabled"));
        bridgePartNumber();
    }

    /** The sum of two numbers of seats; what is none is left for the message that will name it. */
    private static String sum(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? String.valueOf(Long.parseLong(one) + Long.parseLong(other)) : one;
    }

    private void companySubscription() {
        if (!cells.containsKey(Field.SUBSCRIPTION_ID)) {
            node.text("id").ifPresent(id -> put(Field.SUBSCRIPTION_ID, id, "id"));
            traits.add(RowKind.Trait.ID_OF_DIRECTORY);
        }
        if (is("status", "enabled")) {
            node.text("nextLifecycleDateTime").ifPresent(end -> put(Field.END_DATE, end, "nextLifecycleDateTime"));
        }
        trial("status", "isTrial");
        inferProgram();
        bridgePartNumber();
    }

    private void bridgePartNumber() {
        Optional<String> sku = node.text("skuId").filter(CellParser::isGuid);
        Optional<String> partNumber = node.text("skuPartNumber");
        if (sku.isPresent() && partNumber.isPresent()) {
            sink.bridge(new Place(file, node.line()), partNumber.get(), sku.get());
        }
    }

    /**
     * The owner tenant is the partner that created the subscription. It proves another partner's CSP only where the
     * partner's own tenants are known, and never whether an own subscription is one of new commerce.
     */
    private void inferProgram() {
        Optional<JsonNode> key = node.at("ownerTenantId");
        if (key.isEmpty()) {
            return;
        }
        Optional<String> owner = node.text("ownerTenantId").map(CellParser::canonicalId);
        if (owner.isEmpty()) {
            warn(
                    "ownerTenantId",
                    "no partner tenant",
                    "the program from another file (it is none of CSP, and which other is not told)");
        } else if (partnerTenants.isEmpty()) {
            warn(
                    "ownerTenantId",
                    "the partner tenant " + Texts.quoted(owner.get()),
                    "--partner-tenant ID to tell whether it is yours (it proves CSP, but not whose)");
        } else if (partnerTenants.contains(owner.get())) {
            warn(
                    "ownerTenantId",
                    "your partner tenant " + Texts.quoted(owner.get()),
                    "the program from another file (it proves your CSP, but not whether new commerce or legacy)");
        } else {
            put(Field.PROGRAM, "other-csp", "ownerTenantId");
            warn(
                    "ownerTenantId",
                    "the partner tenant " + Texts.quoted(owner.get()),
                    "one of your own (taken as other-csp)");
        }
    }
}
