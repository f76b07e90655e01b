/** Runs checked rules in Drools. The only package that knows the rule engine. */
@NullMarked
package org.migrationadvisor.rulebook.engine;

import org.jspecify.annotations.NullMarked;
