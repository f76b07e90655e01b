package org.migrationadvisor;

/** Who acts on a recommendation. */
public enum Actor implements Coded {
    PARTNER("partner"),
    CUSTOMER("customer"),
    MICROSOFT("microsoft");

    private final String code;

    Actor(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
