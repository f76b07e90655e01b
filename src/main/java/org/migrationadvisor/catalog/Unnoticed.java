package org.migrationadvisor.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Why users do not notice that they lose a plan, or get a lower one. */
public enum Unnoticed {
    /** It is gone for everybody, whatever they buy. */
    RETIRED("retired"),
    /** Only administrators, or the partner who manages the tenant, work with it. */
    ADMIN_ONLY("admin-only"),
    /** A component without a function of its own. */
    TECHNICAL("technical"),
    /** A lower tier in a family whose tiers users can hardly tell apart. */
    MINOR_TIER("minor-tier");

    private final String code;

    Unnoticed(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What {@code workload-families.csv} can say of a plan. */
    static Optional<Unnoticed> ofPlan(String code) {
        return Arrays.stream(values())
                .filter(each -> each != MINOR_TIER)
                .filter(each -> each.code.equals(code))
                .findFirst();
    }
}
