package org.migrationadvisor.input.row;

import org.migrationadvisor.facts.Coded;

/** A format that lists come in, by what is in it; compression and spreadsheets are only wrapped around it. */
public enum ListFormat implements Coded {
    CSV("csv", "canonical table"),
    JSON("json", "canonical list as JSON"),
    JSON_LINES("jsonl", "canonical list as JSON Lines"),
    PARTNER_CENTER("partner-center", "Partner Center REST"),
    GRAPH("graph", "Microsoft Graph"),
    BAM_CUSTOMERS("bam-customers", "customers of the NCE Bulk Migration Tool"),
    BAM_SUBSCRIPTIONS("bam-subscriptions", "legacy subscriptions of the NCE Bulk Migration Tool"),
    BAM_NCE_SUBSCRIPTIONS("bam-ncesubscriptions", "new-commerce subscriptions of the NCE Bulk Migration Tool"),
    INSIGHTS("insights", "Partner Center Insights subscription details"),
    RECONCILIATION_LEGACY("reconciliation-legacy", "license-based reconciliation file"),
    RECONCILIATION_NCE("reconciliation-nce", "new-commerce reconciliation file"),
    PORTAL_CUSTOMERS("portal-customers", "customer list of the Partner Center portal"),
    PORTAL_SUBSCRIPTIONS("portal-subscriptions", "subscription list of the Partner Center portal"),
    ADMIN_CENTER_LICENSES("admin-center-licenses", "licence list of the Microsoft 365 admin center");

    private final String code;
    private final String title;

    ListFormat(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** Whether it is JSON; all others are tables. */
    public boolean isJson() {
        return this == JSON || this == JSON_LINES || this == PARTNER_CENTER || this == GRAPH;
    }
}
