/** Rules as plain DRL, so that nobody depends on this program to run them. */
@NullMarked
package org.migrationadvisor.workbench.export;

import org.jspecify.annotations.NullMarked;
