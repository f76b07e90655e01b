package org.migrationadvisor.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.OfferComparison;
import org.migrationadvisor.catalog.Product;
import tools.jackson.core.JsonGenerator;

/** Products as indented JSON in which every key is present, and null where unknown. */
final class ProductJson implements ProductReport {

    private final AdviceJson document;
    private final Catalog catalog;

    ProductJson(Writer out, Catalog catalog) {
        this.document = new AdviceJson(out, IndentedJson.CONTEXT);
        this.catalog = catalog;
    }

    @Override
    public void products(List<Product> products) throws IOException {
        document.run(json -> {
            json.writeStartArray();
            products.forEach(product -> product(json, product));
            json.writeEndArray();
            end(json);
        });
    }

    @Override
    public void comparison(OfferComparison comparison) throws IOException {
        document.run(json -> {
            json.writeStartObject();
            identity(json, "from", comparison.from());
            identity(json, "to", comparison.to());
            json.writeBooleanProperty("known", comparison.known());
            json.writeArrayPropertyStart("changes");
            comparison.changes().forEach(change -> change(json, change));
            json.writeEndArray();
            json.writeArrayPropertyStart("shortPlanLists");
            comparison.shortLists().forEach(list -> {
                json.writeStartObject();
                shortList(json, list);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            end(json);
        });
    }

    private static void end(JsonGenerator json) {
        json.writeRaw('\n');
        json.flush();
    }

    private static void identity(JsonGenerator json, String name, Product product) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("skuId", product.skuId());
        json.writeStringProperty("partNumber", product.partNumber());
        json.writeStringProperty("name", product.name());
        json.writeEndObject();
    }

    private void product(JsonGenerator json, Product product) {
        json.writeStartObject();
        json.writeStringProperty("skuId", product.skuId());
        json.writeStringProperty("partNumber", product.partNumber());
        json.writeStringProperty("name", product.name());
        texts(json, "otherNames", product.otherNames());
        texts(json, "legacyOfferIds", product.legacyOfferIds());
        texts(json, "newCommerceIds", product.newCommerceIds());
        text(json, "segment", product.segment());
        number(json, "seatCap", product.seatCap());
        number(json, "minimumSeats", product.minimumSeats());
        number(json, "minimumSeatsThreeYears", product.minimumSeatsThreeYears());
        json.writeStringProperty("status", product.status().code());
        texts(json, "equivalents", product.equivalents());
        texts(json, "includes", product.includes());
        text(json, "variantOf", product.variantOf());
        json.writeArrayPropertyStart("workloads");
        catalog.workloads(product).forEach(workload -> {
            json.writeStartObject();
            json.writeStringProperty("family", workload.family());
            json.writeStringProperty("tier", workload.plan().tier());
            json.writeStringProperty("plan", workload.plan().name());
            json.writeEndObject();
        });
        json.writeEndArray();
        texts(json, "servicePlans", product.plans());
        json.writeName("shortPlanList");
        Optional<OfferComparison.ShortList> shortList = catalog.shortList(product);
        if (shortList.isPresent()) {
            json.writeStartObject();
            shortList(json, shortList.get());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        text(json, "source", product.source());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, OfferComparison.Change change) {
        json.writeStartObject();
        json.writeStringProperty("verdict", change.verdict().code());
        json.writeStringProperty("family", change.family());
        plan(json, "from", change.from());
        plan(json, "to", change.to());
        json.writeBooleanProperty("certain", change.certain());
        text(
                json,
                "unnoticed",
                change.unnoticed() == null ? null : change.unnoticed().code());
        json.writeEndObject();
    }

    private static void plan(JsonGenerator json, String name, OfferComparison.@Nullable Plan plan) {
        text(json, name + "Plan", plan == null ? null : plan.name());
        text(json, name + "Tier", plan == null ? null : plan.tier());
    }

    private static void shortList(JsonGenerator json, OfferComparison.ShortList list) {
        json.writeStringProperty("partNumber", list.product().partNumber());
        json.writeNumberProperty("plans", list.product().plans().size());
        json.writeStringProperty("fullerPartNumber", list.fuller().partNumber());
        json.writeNumberProperty("fullerPlans", list.fuller().plans().size());
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        json.writeString(text);
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer number) {
        json.writeName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
