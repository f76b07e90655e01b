@NullMarked
package org.migrationadvisor.rulebook.trace;

import org.jspecify.annotations.NullMarked;
