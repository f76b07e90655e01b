package org.migrationadvisor.facts;

/** The licensing program or channel through which a subscription is bought. */
public enum Program implements Coded {
    /** Bought by the customer on the web, in the Microsoft 365 admin center. */
    WEB_DIRECT("web-direct"),
    /** Enterprise Agreement or Enterprise Agreement Subscription. */
    EA("ea"),
    /** Microsoft Products and Services Agreement. */
    MPSA("mpsa"),
    /** Open License, ended in December 2021. */
    OPEN("open"),
    /** Open Value and Open Value Subscription. */
    OPEN_VALUE("open-value"),
    /** Select Plus. */
    SELECT("select"),
    /** The old commission model. */
    ADVISOR("advisor"),
    /** Resold by a telecommunications company. */
    SYNDICATION("syndication"),
    /** The Cloud Solution Provider program of another partner. */
    OTHER_CSP("other-csp"),
    /** The partner’s own CSP subscription on the legacy platform. */
    CSP_LEGACY("csp-legacy"),
    /** Already the partner’s own new-commerce subscription. */
    CSP("csp"),
    UNKNOWN("unknown");

    private final String code;

    Program(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
