/** Walks the conditions of a rule over facts and tells how each of them fared. */
@NullMarked
package org.migrationadvisor.rulebook.trace;

import org.jspecify.annotations.NullMarked;
