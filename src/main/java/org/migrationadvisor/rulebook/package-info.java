/**
 * The rules folder, loaded: rules, policy, recommendation catalogue and messages, and the findings they make of facts.
 */
@NullMarked
package org.migrationadvisor.rulebook;

import org.jspecify.annotations.NullMarked;
