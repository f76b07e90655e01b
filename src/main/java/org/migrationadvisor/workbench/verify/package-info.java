/** All that a rules folder must pass before it is handed over. */
@NullMarked
package org.migrationadvisor.workbench.verify;

import org.jspecify.annotations.NullMarked;
