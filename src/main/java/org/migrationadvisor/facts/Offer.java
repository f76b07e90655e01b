package org.migrationadvisor.facts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the source names it. Whether two offers are the same is decided by licensing SKU, never by name.
 *
 * @param id a licensing SKU GUID or part number, a legacy offer GUID or a new-commerce {@code product:sku} id; null if
 *     unknown
 * @param name the display name; null if unknown
 */
public record Offer(@Nullable String id, @Nullable String name) {

    /** An offer of which neither id nor name is known. */
    public static final Offer UNKNOWN = new Offer(null, null);

    /** The name, or the id where no name is given; empty if neither is. */
    public String title() {
        return Objects.requireNonNullElse(name, Objects.requireNonNullElse(id, ""));
    }

    /** Whether neither id nor name is given. */
    public boolean isUnknown() {
        return id == null && name == null;
    }
}
