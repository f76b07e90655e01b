/**
 * What rule files mean: the facts and fields that rules can read, and rules whose every name and type is checked. Reads
 * nothing but the facts.
 */
@NullMarked
package org.migrationadvisor.rulebook.semantics;

import org.jspecify.annotations.NullMarked;
