package org.migrationadvisor.catalog;

import java.util.Objects;

/**
 * A file that the catalog is read from.
 *
 * @param name as messages name it
 * @param text its text
 */
public record CatalogFile(String name, String text) {

    public CatalogFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
