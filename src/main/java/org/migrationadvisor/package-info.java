/**
 * What callers see: the {@link org.migrationadvisor.MigrationAdvisor} and the advice it gives; the facts it is given are
 * in {@link org.migrationadvisor.facts}. Only types of the JDK appear here. A component marked nullable is
 * <em>unknown</em> when null.
 */
@NullMarked
package org.migrationadvisor;

import org.jspecify.annotations.NullMarked;
