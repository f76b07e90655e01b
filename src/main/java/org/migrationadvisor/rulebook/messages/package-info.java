/** Texts of recommendations by language, with plurals and formats. */
@NullMarked
package org.migrationadvisor.rulebook.messages;

import org.jspecify.annotations.NullMarked;
