/** Why a rule fired or did not, for the people who write rules: conditions, values, and what would have to change. */
@NullMarked
package org.migrationadvisor.workbench.explain;

import org.jspecify.annotations.NullMarked;
