package org.migrationadvisor.rulebook.semantics;

/** What a text of which not every value exists stands for. */
public enum TextKind {
    /** Any text may be there. */
    ANY,
    /** A country, ISO 3166 alpha-2. */
    COUNTRY,
    /** A currency, ISO 4217. */
    CURRENCY,
    /** The part number of a product of the offers table. */
    PART_NUMBER,
    /** An id under which the offers table knows a product. */
    OFFER_ID,
    /** The name of a product of the offers table. */
    OFFER_NAME
}
