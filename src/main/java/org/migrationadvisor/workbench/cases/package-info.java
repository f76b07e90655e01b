/** Cases of rules: read, run, compared with what they expect, and reported. */
@NullMarked
package org.migrationadvisor.workbench.cases;

import org.jspecify.annotations.NullMarked;
