/** What can be said of checked rules without running them: conditions that never or always hold, rules that repeat. */
@NullMarked
package org.migrationadvisor.rulebook.analysis;

import org.jspecify.annotations.NullMarked;
