/** Tools for those who write rules: running the cases that stand beside them. */
@NullMarked
package org.migrationadvisor.workbench;

import org.jspecify.annotations.NullMarked;
