package org.migrationadvisor.catalog;

import java.util.Objects;

/**
 * A licensing SKU.
 *
 * @param skuId its GUID in lower case
 * @param partNumber its part number, such as {@code SPE_E3}
 * @param name its display name; not unique
 */
public record Product(String skuId, String partNumber, String name) {

    public Product {
        Objects.requireNonNull(skuId, "skuId");
        Objects.requireNonNull(partNumber, "partNumber");
        Objects.requireNonNull(name, "name");
    }
}
