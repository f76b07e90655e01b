/** What is wrong with a rules folder, as text, JSON or SARIF. */
@NullMarked
package org.migrationadvisor.workbench.check;

import org.jspecify.annotations.NullMarked;
