/** Text as people see it: safe to show, as wide as a terminal has it, and names that were probably meant. */
@NullMarked
package org.migrationadvisor.text;

import org.jspecify.annotations.NullMarked;
