package org.migrationadvisor.rulebook.semantics;

import java.util.List;

/** A fact about which definitions conclude something. */
interface DefinedAbout {
    /** What has been concluded about it so far. */
    Conclusions conclusions();

    /** All facts of the customer whose it is. */
    List<?> ofCustomer();
}
