package org.migrationadvisor.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.OfferComparison;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.text.Utf8;

/** Writes what is known of products. The stream stays the caller's to close; everything is flushed to it. */
public interface ProductReport {

    /** For a person in a terminal, in English. */
    static ProductReport table(OutputStream out, ReportOptions options, Catalog catalog) {
        return new ProductTable(Utf8.writer(out), options, catalog);
    }

    /** Indented JSON: an array of products, or one object for a comparison. */
    static ProductReport json(OutputStream out, Catalog catalog) {
        return new ProductJson(Utf8.writer(out), catalog);
    }

    /** Writes products in their order; one alone with all that is known of it. */
    void products(List<Product> products) throws IOException;

    /** Writes what users lose, keep and gain. */
    void comparison(OfferComparison comparison) throws IOException;
}
