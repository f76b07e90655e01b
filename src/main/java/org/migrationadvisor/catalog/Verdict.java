package org.migrationadvisor.catalog;

/** What becomes of a workload family for users who change from one product to another. */
public enum Verdict {
    LOST("lost"),
    DOWNGRADED("downgraded"),
    KEPT("kept"),
    UPGRADED("upgraded"),
    GAINED("gained");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
