/** Searches the facts that rules can tell apart for customers whose advice has holes or contradicts itself. */
@NullMarked
package org.migrationadvisor.workbench.gaps;

import org.jspecify.annotations.NullMarked;
