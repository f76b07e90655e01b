/** Compares the advice for a list under two sets of rules or on two days. */
@NullMarked
package org.migrationadvisor.workbench.diff;

import org.jspecify.annotations.NullMarked;
