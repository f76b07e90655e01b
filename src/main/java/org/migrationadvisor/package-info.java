/**
 * What callers see: the facts they give, the advice they get and the {@link org.migrationadvisor.MigrationAdvisor}
 * between the two. Only types of the JDK appear here. A component marked nullable is <em>unknown</em> when null.
 */
@NullMarked
package org.migrationadvisor;

import org.jspecify.annotations.NullMarked;
